package hallmonitor.moderation.console.menu;

import hallmonitor.moderation.wording.Sentence;
import java.util.List;

/**
 * An area of the console: one entry of the rail, and the pages below it.
 *
 * @param icon its name in {@code icons.svg}
 * @param count the number on the rail
 * @param pages in order, at least one; the entry leads to the first
 */
public record MenuArea(Sentence name, String icon, Counter count, List<MenuPage> pages) {
  public MenuArea {
    pages = List.copyOf(pages);
  }

  /** Returns the page that the area's entry leads to. */
  public MenuPage getPage() {
    return pages.get(0);
  }

  public boolean isHere() {
    return pages.stream().anyMatch(MenuPage::here);
  }

  /** Returns whether the area is a single page, which needs no list below it. */
  public boolean isAlone() {
    return pages.size() == 1;
  }

  /** Returns whether the reader is on the single page of this area. */
  public boolean isCurrent() {
    return isAlone() && isHere();
  }
}
