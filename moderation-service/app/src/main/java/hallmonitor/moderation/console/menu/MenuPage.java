package hallmonitor.moderation.console.menu;

import hallmonitor.moderation.wording.Sentence;

/**
 * A page in the menu.
 *
 * @param here whether the reader is on it
 */
public record MenuPage(Sentence name, String href, boolean here, Counter count) {}
