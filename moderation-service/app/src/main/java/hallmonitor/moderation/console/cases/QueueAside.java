package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the queue shows beside a case.
 *
 * @param fold identifies the similar open cases; absent for a case that is never folded
 * @param members the others that are decided with it, in order
 * @param alike number of other similar cases
 * @param looker display name of the person who looks at it now; absent for no one
 * @param mine whether that is the viewer
 * @param picked whether they claimed it deliberately
 * @param harmlessBy display name of the person who marked the same text by another author harmless;
 *     absent for no one
 * @param lane whether it waits in the danger lane
 * @param decideBy its deadline there; absent while none runs
 */
public record QueueAside(
    @Nullable UUID fold,
    List<SeenCase> members,
    long alike,
    @Nullable String looker,
    boolean mine,
    boolean picked,
    @Nullable String harmlessBy,
    @Nullable Instant harmlessAt,
    boolean lane,
    @Nullable Instant decideBy) {
  /** Most similar cases that one decision covers besides the first. */
  public static final int MOST = 100;

  static final int COUNTED = 10_000;

  public static final QueueAside NOTHING =
      new QueueAside(null, List.of(), 0, null, false, false, null, null, false, null);

  public QueueAside {
    members = List.copyOf(members);
  }

  /** Returns whether its deadline in the danger lane has passed. */
  public boolean isOverdue() {
    return decideBy != null && !decideBy.isAfter(Instant.now());
  }

  /** Returns whether there are more similar cases than one decision covers. */
  public boolean isBeyond() {
    return alike > members.size();
  }

  /** Returns the number of cases that a decision on this row decides. */
  public int getDecided() {
    return members.size() + 1;
  }

  public CharSequence getHowMany() {
    return alike > COUNTED
        ? Sentence.of("10,000 or more")
        : String.format(java.util.Locale.US, "%,d", alike);
  }

  /** Returns the members with their versions, for the row's form. */
  public String getCode() {
    return FoldMembers.write(members);
  }
}
