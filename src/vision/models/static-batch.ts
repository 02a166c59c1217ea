/**
 * LiteRT.js refuses models whose batch dimension is dynamic (−1). This returns a copy of a TFLite file in which
 * every such dimension of `Tensor.shape_signature` is 1. The numbers below are field indices of the TFLite schema:
 * Model.subgraphs = 2, SubGraph.tensors = 0, Tensor.shape_signature = 7.
 */
export function withStaticBatch(model: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(model);
  const view = new DataView(bytes.buffer);
  const root = view.getUint32(0, true);
  for (const subgraph of vectorOfTables(view, root, 2)) {
    for (const tensor of vectorOfTables(view, subgraph, 0)) {
      const field = fieldOf(view, tensor, 7);
      if (field === 0) continue;
      const vector = field + view.getUint32(field, true);
      const length = view.getUint32(vector, true);
      for (let k = 0; k < length; k++) {
        const at = vector + 4 + k * 4;
        if (view.getInt32(at, true) === -1) view.setInt32(at, 1, true);
      }
    }
  }
  return bytes;
}

/** Position of a table's field, or 0 when the table leaves it out. */
function fieldOf(view: DataView, table: number, index: number): number {
  const vtable = table - view.getInt32(table, true);
  const slot = 4 + index * 2;
  if (slot >= view.getUint16(vtable, true)) return 0;
  const offset = view.getUint16(vtable + slot, true);
  return offset === 0 ? 0 : table + offset;
}

function vectorOfTables(view: DataView, table: number, index: number): number[] {
  const field = fieldOf(view, table, index);
  if (field === 0) return [];
  const vector = field + view.getUint32(field, true);
  const length = view.getUint32(vector, true);
  return Array.from({ length }, (_, i) => {
    const slot = vector + 4 + i * 4;
    return slot + view.getUint32(slot, true);
  });
}
