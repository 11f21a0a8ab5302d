/** Words said aloud, by voices of the reader's own device: no word leaves it. */

import { all } from "./dom.js";

/** @type {Record<string, string[]>} */
const VOICES = { en: ["en-GB"], "zh-Hant": ["zh-HK", "yue-HK", "yue-Hant-HK"] };

export function initSpeech() {
  window.speechSynthesis?.getVoices(); // some browsers begin to look for them only when asked
}

/**
 * Make a card's buttons say its word; those of languages without a voice are not seen.
 *
 * @param {HTMLElement} card
 */
export function offerSpeech(card) {
  for (const button of all(".fp-say", HTMLElement, card)) {
    const { language = "" } = button.dataset;
    const word = card.querySelector(`[data-language="${language}"] > .fp-form`)?.textContent;
    const voice = voiceOf(language);
    button.hidden = !word || !voice;
    button.onclick = () => word && voice && say(word, voice);
  }
}

/** @param {string} language */
function voiceOf(language) {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  const isOf = (/** @type {SpeechSynthesisVoice} */ { lang }) =>
    VOICES[language].includes(lang.replace("_", "-"));
  return voices.find((voice) => voice.localService && isOf(voice));
}

/** @param {string} word @param {SpeechSynthesisVoice} voice */
function say(word, voice) {
  const spoken = new SpeechSynthesisUtterance(word);
  spoken.voice = voice;
  spoken.lang = voice.lang;
  speechSynthesis.cancel();
  speechSynthesis.speak(spoken);
}
