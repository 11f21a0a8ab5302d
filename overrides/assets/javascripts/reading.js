/**
 * What a page does for its reader, once it is there. Everything can be read without it.
 *
 * Each part is a module of its own in `reading/`, and does nothing on a page that lacks what it
 * is about.
 */

import { explainWords } from "./reading/cards.js";
import { offerCitations } from "./reading/citing.js";
import { tellSection } from "./reading/contents.js";
import { offerCounterparts } from "./reading/counterpart.js";
import { markFound } from "./reading/found.js";
import { offerJyutping } from "./reading/jyutping.js";
import { followReader } from "./reading/languages.js";
import { tellPlace } from "./reading/progress.js";
import { offerSearch } from "./reading/seek.js";
import { offerCopies } from "./reading/selecting.js";
import { offerSheet } from "./reading/sheet.js";
import { offerShortcuts } from "./reading/shortcuts.js";
import { offerViews } from "./reading/view.js";

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
