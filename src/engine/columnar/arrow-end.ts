/** What stands before every message; the mark of the end is a message of length 0. */
const CONTINUATION = 0xffffffff;
const PREFIX = 8;
/** The body's length is the fourth field of a message, as in Message.fbs. */
const BODY_LENGTH_FIELD = 3;

/**
 * Whether Arrow data are a stream; a file of them has a list of its batches.
 * @param file either
 */
export const isStream = async (file: Blob): Promise<boolean> => {
  const head = new DataView(await file.slice(0, 4).arrayBuffer());
  return head.byteLength === 4 && head.getUint32(0) === CONTINUATION;
};

/**
 * Whether an Arrow stream ends in its end mark; goes from message to message.
 * @param file that starts with a message
 * @returns false where the last message is cut off, or nothing says that there are no more
 */
export async function endsWithMark(file: Blob): Promise<boolean> {
  for (let offset = 0; offset + PREFIX <= file.size;) {
    const prefix = new DataView(await file.slice(offset, offset + PREFIX).arrayBuffer());
    const length = prefix.getUint32(4, true);
    if (prefix.getUint32(0, true) !== CONTINUATION) return false;
    if (length === 0) return true;
    const message = await file.slice(offset + PREFIX, offset + PREFIX + length).arrayBuffer();
    if (message.byteLength < length) return false;
    offset += PREFIX + length + bodyLength(new DataView(message));
  }
  return false;
}

/** Flatbuffers: the root points to a table, the table back to the list of where its fields stand. */
function bodyLength(message: DataView): number {
  const table = message.getUint32(0, true);
  const places = table - message.getInt32(table, true);
  const entry = 4 + 2 * BODY_LENGTH_FIELD;
  const place = entry < message.getUint16(places, true) ? message.getUint16(places + entry, true) : 0;
  return place === 0 ? 0 : Math.max(0, Number(message.getBigInt64(table + place, true)));
}
