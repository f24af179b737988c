/**
 * Hands bytes on as they are, and says how many there have been.
 * @param onBytes gets the sum after each piece
 */
export function counted(
  onBytes: (done: number) => void,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let done = 0;
  return new TransformStream({
    transform(piece, controller) {
      done += piece.length;
      onBytes(done);
      controller.enqueue(piece);
    },
  });
}
