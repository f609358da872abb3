export function NewPromotion() {
  return null;
}
