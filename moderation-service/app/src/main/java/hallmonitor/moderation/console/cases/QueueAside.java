package hallmonitor.moderation.console.cases;

import hallmonitor.moderation.casework.SeenCase;
import hallmonitor.moderation.wording.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the queue shows beside a case.
 *
 * @param fold names the open cases that are alike; absent for a case that is never folded
 * @param members the others that are decided with it, in order
 * @param alike how many others are alike
 * @param looker the display name of who looks at it now; absent for nobody
 * @param mine whether that is the person who asks
 * @param picked whether they took it on purpose
 * @param harmlessBy the display name of who marked this text harmless when somebody else wrote it;
 *     absent for nobody
 */
public record QueueAside(
    UUID fold,
    List<SeenCase> members,
    long alike,
    String looker,
    boolean mine,
    boolean picked,
    String harmlessBy,
    Instant harmlessAt) {
  /** How many of those alike one decision reaches beside the first. */
  public static final int MOST = 100;

  static final int COUNTED = 10_000;

  public static final QueueAside NOTHING =
      new QueueAside(null, List.of(), 0, null, false, false, null, null);

  public QueueAside {
    members = List.copyOf(members);
  }

  /** Whether there are more alike than one decision reaches. */
  public boolean isBeyond() {
    return alike > members.size();
  }

  /** How many cases a decision on this row decides. */
  public int getDecided() {
    return members.size() + 1;
  }

  public CharSequence getHowMany() {
    return alike > COUNTED
        ? Sentence.of("10,000 and more")
        : String.format(java.util.Locale.US, "%,d", alike);
  }

  /** The members with their versions, as the row's form carries them. */
  public String getCode() {
    return FoldMembers.write(members);
  }
}
