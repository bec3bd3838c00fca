package hallmonitor.moderation.console.people;

import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.console.access.ConsoleUser;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.settings.district.District.Building;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one person shows.
 *
 * @param me the viewer's user name
 * @param unlinked people in the district's file who may be the same; empty if one is linked
 * @param preview what the person sees now
 * @param proposal a change that waits for approval; null if none does
 * @param second whether changes need a second person
 * @param mayApprove whether the viewer may be that second person
 */
record PersonView(
    PersonRow row,
    ConsoleUser user,
    String me,
    List<Building> buildings,
    List<PersonRow> unlinked,
    AccessPreview preview,
    @Nullable Proposal proposal,
    boolean second,
    boolean mayApprove) {
  public boolean isSelf() {
    return user.userName().equals(me);
  }

  public boolean isProposedByMe() {
    return proposal != null && proposal.proposedBy().equals(me);
  }

  public @Nullable AccessChange getChange() {
    return proposal == null ? null : AccessChange.read(proposal.terms());
  }

  public String getProposer() {
    return proposal == null ? "" : DisplayLabels.person(proposal.proposedBy());
  }

  public List<String> getRoles() {
    return ConsoleUser.ROLES;
  }

  public boolean isInvited() {
    return row.invitation() != null && row.invitation().isStanding();
  }

  /** Returns the likely language for an invitation. */
  public String getLanguage() {
    return row.told() == null ? "en" : row.told().language();
  }
}
