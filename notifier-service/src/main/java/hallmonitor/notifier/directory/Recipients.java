package hallmonitor.notifier.directory;

import java.util.List;

/**
 * Who is told.
 *
 * @param told each person once; empty when nobody at all can be told
 * @param gaps the roles that should have been told and that nobody holds
 */
public record Recipients(List<NoticeRecipient> told, List<Gap> gaps) {
  /**
   * @param role as asked for
   * @param insteadOf who is told instead; empty when nobody is
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
