/**
 * The scripts of a page. Everything can be read without them.
 *
 * Each part is a module in `page/`, and does nothing on a page without what it acts on.
 */

import { initCards } from "./page/cards.js";
import { initCitations } from "./page/citations.js";
import { initContinuing } from "./page/continuing.js";
import { initCounterparts } from "./page/counterpart.js";
import { initCurrentSection } from "./page/current-section.js";
import { initDisplay } from "./page/display.js";
import { initFoundHighlights } from "./page/found-highlights.js";
import { initJyutping } from "./page/jyutping.js";
import { initLanguageSwitch } from "./page/language-switch.js";
import { initProgress } from "./page/progress.js";
import { initRegister } from "./page/register.js";
import { initSearchDialog } from "./page/search-dialog.js";
import { initCopying } from "./page/selection.js";
import { initShortcuts } from "./page/shortcuts.js";
import { initStarredWords } from "./page/starred-words.js";
import { initViews } from "./page/views.js";
import { initWordSheet } from "./page/word-sheet.js";

initViews();
initCounterparts();
initDisplay();
initSearchDialog();
initFoundHighlights();
initCards();
initStarredWords();
initJyutping();
initCitations();
initCopying();
initWordSheet();
initRegister();
initLanguageSwitch();
initShortcuts();
initProgress();
initContinuing();
initCurrentSection();
