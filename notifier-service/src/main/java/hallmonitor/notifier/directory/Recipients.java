package hallmonitor.notifier.directory;

import java.util.List;

/**
 * Who is told.
 *
 * @param told each person once; empty if nobody at all can be told
 * @param gaps the requested roles that nobody holds
 */
public record Recipients(List<NoticeRecipient> told, List<Gap> gaps) {
  /**
   * An unfilled role.
   *
   * @param role as requested
   * @param insteadOf who is told instead; empty if nobody is
   */
  public record Gap(String role, List<NoticeRecipient> insteadOf) {
    public Gap {
      insteadOf = List.copyOf(insteadOf);
    }
  }

  public Recipients {
    told = List.copyOf(told);
    gaps = List.copyOf(gaps);
  }
}
