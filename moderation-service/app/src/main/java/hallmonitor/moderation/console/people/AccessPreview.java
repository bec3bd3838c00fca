package hallmonitor.moderation.console.people;

import static hallmonitor.moderation.console.access.ConsoleUser.ACCOUNT_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.AUDITOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.MODERATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.console.access.Access;
import hallmonitor.moderation.wording.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person with an access could see and do, shown before the access is given.
 *
 * @param problem why there is no such access; empty if there is
 * @param sees the buildings with the cases that the person sees
 * @param openCases how many of them are open now
 */
public record AccessPreview(
    Sentence problem, Sentence sees, long openCases, List<Sentence> can, List<Sentence> cannot) {
  static AccessPreview refused(Sentence problem) {
    return new AccessPreview(problem, Sentence.NONE, 0, List.of(), List.of());
  }

  static AccessPreview of(Access access, long openCases, List<String> accounts) {
    List<Sentence> can = new ArrayList<>();
    List<Sentence> cannot = new ArrayList<>();
    String role = access.role();
    boolean acts =
        List.of(MODERATOR, BUILDING_ADMINISTRATOR, ACCOUNT_ADMINISTRATOR, ADMINISTRATOR)
            .contains(role);
    add(acts, can, cannot, Sentence.of("Decide cases: hide, restore, escalate"));
    add(acts, can, cannot, Sentence.of("Respond to escalations and record duties"));
    add(
        List.of(MODERATOR, ACCOUNT_ADMINISTRATOR, ADMINISTRATOR).contains(role),
        can,
        cannot,
        Sentence.of("Reply for the district"));
    add(
        List.of(MODERATOR, ADMINISTRATOR).contains(role),
        can,
        cannot,
        Sentence.of("Propose blocks"));
    add(true, can, cannot, Sentence.of("Read comments, evidence, reports, and the policy"));
    add(
        List.of(ADMINISTRATOR, RECORDS_OFFICER, AUDITOR).contains(role),
        can,
        cannot,
        Sentence.of("Read the audit log: who did what"));
    add(
        List.of(ADMINISTRATOR, RECORDS_OFFICER).contains(role),
        can,
        cannot,
        Sentence.of("Place holds and dispose of records, with a second person"));
    add(
        role.equals(ADMINISTRATOR),
        can,
        cannot,
        Sentence.of("Change people, accounts, and the policy"));
    return new AccessPreview(Sentence.NONE, sees(access, accounts), openCases, can, cannot);
  }

  private static Sentence sees(Access access, List<String> accounts) {
    if (access.role().equals(ACCOUNT_ADMINISTRATOR)) {
      return accounts.isEmpty()
          ? Sentence.of(
              "Sees nothing yet: no account in the register has this person, by the district's file,"
                  + " as its administrator or deputy.")
          : Sentence.of("Sees only the accounts that the register has in their charge.");
    }
    return access.buildings().isEmpty()
        ? Sentence.of("Sees the cases of all schools.")
        : Sentence.of("Sees only the cases of {1}.", AccessWords.schools(access));
  }

  private static void add(
      boolean allowed, List<Sentence> can, List<Sentence> cannot, Sentence what) {
    (allowed ? can : cannot).add(what);
  }
}
