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

/**
 * Tells whether the viewer may approve another person's proposal, according to {@code
 * decisions.yaml}.
 */
@RequestScoped
@Named("second")
public class SecondPerson {
  private final DecisionSettings settings;
  private final Viewer viewer;

  SecondPerson(DecisionSettings settings, Viewer viewer) {
    this.settings = settings;
    this.viewer = viewer;
  }

  /** Checks the role; the act itself ensures that no one approves their own proposal. */
  public boolean may(Proposal.Kind kind) {
    return settings.get().approvers(kind).contains(viewer.role());
  }

  /** Does the same for templates, which use the names of {@code decisions.yaml}. */
  public boolean may(String act) {
    return may(EnumCodes.read(Proposal.Kind.class, act));
  }

  /**
   * Checks the role.
   *
   * @throws NotPermitted naming the permitted roles
   */
  public void must(Proposal.Kind kind) {
    if (!may(kind)) {
      throw new NotPermitted(
          Sentence.of("Your role can't approve this. Ask one of: {1}.", roles(kind)));
    }
  }

  /** Returns the permitted roles, for a sentence. */
  public String roles(Proposal.Kind kind) {
    return settings.get().approvers(kind).stream()
        .map(role -> small(plain(role)))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
