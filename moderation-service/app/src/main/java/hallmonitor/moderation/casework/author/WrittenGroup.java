package hallmonitor.moderation.casework.author;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Comments of an author that have the same name, visibility, kind and state of their case.
 *
 * @param name as it was last read with these comments; empty for none
 * @param reply whether they answer another comment
 * @param caseState null if they have no case
 * @param number how many there are, at least 1
 * @param first when the first of them was seen
 * @param last when the last of them was seen
 * @param cases ids of their cases
 */
public record WrittenGroup(
    String name,
    String visibility,
    boolean reply,
    @Nullable String caseState,
    long number,
    Instant first,
    Instant last,
    List<UUID> cases) {
  public WrittenGroup {
    cases = List.copyOf(cases);
  }
}
