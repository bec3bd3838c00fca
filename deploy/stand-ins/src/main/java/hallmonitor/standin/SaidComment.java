package hallmonitor.standin;

import java.time.Instant;
import java.util.List;

/**
 * A comment as a reader of the platform's own page meets it.
 *
 * @param parent the comment that it answers; empty for none
 * @param author the platform's id of its author
 * @param open whether everyone sees it at once
 */
public record SaidComment(
    String id,
    String parent,
    String author,
    String name,
    String text,
    List<String> pictures,
    Instant at,
    boolean open) {
  public SaidComment {
    pictures = List.copyOf(pictures);
  }
}
