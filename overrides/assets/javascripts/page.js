/**
 * What a page does for its reader, once it is there. Everything can be read without it.
 *
 * Each part is a module of its own in `page/`, and does nothing on a page that lacks what it
 * is about.
 */

import { explainWords } from "./page/cards.js";
import { offerCitations } from "./page/citations.js";
import { offerCounterparts } from "./page/counterpart.js";
import { tellSection } from "./page/current-section.js";
import { markFound } from "./page/found-highlights.js";
import { offerJyutping } from "./page/jyutping.js";
import { followReader } from "./page/language-switch.js";
import { tellPlace } from "./page/progress.js";
import { offerSearch } from "./page/search-dialog.js";
import { offerCopies } from "./page/selection.js";
import { offerShortcuts } from "./page/shortcuts.js";
import { offerViews } from "./page/views.js";
import { offerSheet } from "./page/word-sheet.js";

offerViews();
offerCounterparts();
offerSearch();
markFound();
explainWords();
offerJyutping();
offerCitations();
offerCopies();
offerSheet();
followReader();
offerShortcuts();
tellPlace();
tellSection();
