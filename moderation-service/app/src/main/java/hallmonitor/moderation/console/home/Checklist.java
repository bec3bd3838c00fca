package hallmonitor.moderation.console.home;

import hallmonitor.moderation.wording.Sentence;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The first steps of a newcomer, each with its state. */
public record Checklist(List<SetupStep> steps) {
  public Checklist {
    steps = List.copyOf(steps);
  }

  /**
   * Makes the list.
   *
   * @param practice the practice page, if this installation has one
   * @param mailbox the mailbox page, if there is one
   */
  static Checklist of(SetupFacts facts, Optional<URI> practice, Optional<URI> mailbox) {
    return new Checklist(
        List.of(
            new SetupStep(
                facts.comments(),
                Sentence.of("Try a comment"),
                Sentence.of(
                    "Post a comment as a visitor would, and see it in the queue a second later."),
                practice.isPresent()
                    ? Sentence.of("Open the practice page")
                    : Sentence.of("Open the queue"),
                practice.map(URI::toString).orElse("/queue")),
            new SetupStep(
                facts.districtIsTheirs(),
                Sentence.of("Name your district and schools"),
                Sentence.of(
                    "The sample district is a placeholder. Enter your own names. A second person"
                        + " approves them."),
                Sentence.of("Enter the names"),
                "/policy/edit/district"),
            new SetupStep(
                facts.peopleAreTheirs(),
                Sentence.of("Choose who is notified"),
                Sentence.of(
                    "Principals, counselors, and others get an email when they must act. Enter an"
                        + " address for each of them."),
                Sentence.of("Open People"),
                "/people"),
            new SetupStep(
                facts.notices(),
                Sentence.of("Test the notices"),
                Sentence.of(
                    "Post a threat on the practice page, or escalate any case. The people you named"
                        + " get an email."),
                mailbox.isPresent()
                    ? Sentence.of("Open the mailbox")
                    : Sentence.of("Open Escalations"),
                mailbox.map(URI::toString).orElse("/clocks")),
            new SetupStep(
                facts.accountIsConnected(),
                Sentence.of("Connect an account"),
                Sentence.of(
                    "Until then, nothing is read from your own pages. Anything hidden can be"
                        + " restored."),
                Sentence.of("Connect an account"),
                "/connections"),
            new SetupStep(
                facts.people() > 1,
                Sentence.of("Invite a colleague"),
                Sentence.of(
                    "Deleting, blocking, and policy changes need two people who can sign in."),
                Sentence.of("Open People"),
                "/people")));
  }

  /** Returns whether a step is the first that is not done. */
  public boolean isNext(SetupStep step) {
    return steps.stream().filter(s -> !s.done()).findFirst().filter(step::equals).isPresent();
  }

  public long getDone() {
    return steps.stream().filter(SetupStep::done).count();
  }

  public boolean isFinished() {
    return getDone() == steps.size();
  }
}
