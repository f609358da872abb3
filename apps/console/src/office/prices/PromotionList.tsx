export function PromotionList() {
  return null;
}
