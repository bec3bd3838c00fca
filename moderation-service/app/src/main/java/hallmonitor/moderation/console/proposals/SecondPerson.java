package hallmonitor.moderation.console.proposals;

import static hallmonitor.moderation.console.page.DisplayLabels.plain;
import static hallmonitor.moderation.console.page.DisplayLabels.small;

import hallmonitor.moderation.casework.EnumCodes;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.DecisionSettings;
import hallmonitor.moderation.wording.Sentence;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.stream.Collectors;

/** Whether the viewer may approve what somebody else proposed, as {@code decisions.yaml} has it. */
@RequestScoped
@Named("second")
public class SecondPerson {
  private final DecisionSettings settings;
  private final Viewer viewer;

  SecondPerson(DecisionSettings settings, Viewer viewer) {
    this.settings = settings;
    this.viewer = viewer;
  }

  /** By their role; that nobody approves what they proposed is the act's own rule. */
  public boolean may(Proposal.Kind kind) {
    return settings.get().approvers(kind).contains(viewer.role());
  }

  /** The same for templates, which know acts by the words of {@code decisions.yaml}. */
  public boolean may(String act) {
    return may(EnumCodes.read(Proposal.Kind.class, act));
  }

  /**
   * @throws NotPermitted naming the roles that may
   */
  public void must(Proposal.Kind kind) {
    if (!may(kind)) {
      throw new NotPermitted(
          Sentence.of("Your role cannot be the second person here. Ask one of: {1}.", roles(kind)));
    }
  }

  /** The roles that may, for a sentence. */
  public String roles(Proposal.Kind kind) {
    return settings.get().approvers(kind).stream()
        .map(role -> small(plain(role)))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
