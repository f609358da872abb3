export function NewProduct() {
  return null;
}
export function ProductEditor() {
  return null;
}
