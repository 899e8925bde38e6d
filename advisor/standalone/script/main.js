// Starts the page: unpacks what it carries, and shows the first view.

import { Knowledge } from "./knowledge/base.js";
import { useWords } from "./language.js";
import { unpacked } from "./unpacking.js";

/**
 * Return the knowledge base that the page carries, its words in use.
 * @param {string} packed
 * @returns {Promise<Knowledge>}
 */
async function carried(packed) {
  const data = await unpacked(packed);
  useWords(new Map(Object.entries(data.words)));
  return new Knowledge(data);
}

carried(String(document.getElementById("packed")?.textContent)).then((knowledge) => {
  document.title = knowledge.name;
});
