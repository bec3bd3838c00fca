package hallmonitor.moderation.console.search;

import hallmonitor.moderation.casework.search.SearchQuery;
import hallmonitor.moderation.console.cases.MarkedText;
import hallmonitor.moderation.finding.Span;
import java.util.List;

/**
 * A text that was found, with the words that were searched for marked.
 *
 * @param inPicture those that stand in a picture of it; empty if none do
 */
public record SearchHit(FoundText text, MarkedText passage, MarkedText inPicture) {
  /** So many letters are shown at once. */
  private static final int SHOWN = 400;

  /** Returns the platform's id of the comment; empty for a post. */
  public String getComment() {
    return text.isPost() ? "" : text.itemId();
  }

  static SearchHit of(FoundText text, SearchQuery query) {
    List<Span> marks = query.marks(text.body());
    List<Span> drawn = query.marks(text.pictureWords());
    return new SearchHit(
        text,
        MarkedText.passage(text.body(), marks, marks, SHOWN),
        drawn.isEmpty()
            ? MarkedText.of("", List.of(), SHOWN)
            : MarkedText.passage(text.pictureWords(), drawn, drawn, SHOWN));
  }
}
