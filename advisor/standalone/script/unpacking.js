// The data of the page: packed by Python (advisor/standalone/writing.py), unpacked by the browser itself.

/**
 * Return the data that is packed in an element.
 * @param {string} packed letters of base64
 * @returns {Promise<Record<string, any>>}
 */
export async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}
