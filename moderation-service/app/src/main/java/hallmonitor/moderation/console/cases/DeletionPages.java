package hallmonitor.moderation.console.cases;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.cases.CasePages.Outcome;
import hallmonitor.moderation.console.cases.DecidingForms.Unusable;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.policy.Clause;
import hallmonitor.moderation.store.orders.Deletions;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deletes a comment on its platform: one person proposes it, another approves or refuses. */
@Path("/cases/{id}/deletion")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class DeletionPages {
  /**
   * The deletion of a case's comment.
   *
   * @param waiting the proposal that waits for an answer; absent if none does
   * @param past answered or expired proposals, newest first
   * @param own whether the viewer proposed it and may only withdraw it
   * @param approver whether the viewer's role may answer it
   */
  public record Deletion(
      DecidingForm form,
      @Nullable Proposal waiting,
      List<Proposal> past,
      boolean own,
      boolean approver,
      String approvers) {
    /** Returns whether the viewer may answer the waiting proposal. */
    public boolean isAnswerable() {
      return own || approver;
    }

    public boolean isPossible() {
      return form.view().getSituation().allowsDeletion();
    }
  }

  @CheckedTemplate(basePath = "console/cases")
  static class Templates {
    static native TemplateInstance deletion(Deletion deletion, Outcome outcome);
  }

  private final CaseQueries cases;
  private final CaseProposals proposals;
  private final Deletions deletions;
  private final DecidingForms forms;
  private final SecondPerson second;
  private final Viewer viewer;

  DeletionPages(
      CaseQueries cases,
      CaseProposals proposals,
      Deletions deletions,
      DecidingForms forms,
      SecondPerson second,
      Viewer viewer) {
    this.cases = cases;
    this.proposals = proposals;
    this.deletions = deletions;
    this.forms = forms;
    this.second = second;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id) {
    return page(find(id), Outcome.NONE);
  }

  @POST
  @RolesAllowed(ACT)
  public Response propose(
      @PathParam("id") UUID id,
      @FormParam("form") UUID form,
      @FormParam("clause") String clause,
      @FormParam("reason") String reason,
      @FormParam("note") String note) {
    CaseView view = find(id);
    return answer(
        view,
        () -> {
          String why = DecidingForms.words(reason, note);
          if (why.isEmpty()) {
            throw new Unusable(
                Sentence.of("Say why it should be deleted. The second person reads this."));
          }
          String rests = forms.clause(clause).map(Clause::id).orElse(view.clause());
          if (rests.isEmpty()) {
            throw new Unusable(Sentence.of("Choose the clause for the deletion."));
          }
          deletions.propose(
              form == null ? UUID.randomUUID() : form, id, rests, viewer.userName(), why);
        });
  }

  @POST
  @RolesAllowed(ACT)
  @Path("{proposal}")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("proposal") UUID proposal,
      @FormParam("answer") String code,
      @FormParam("note") String note) {
    Answer answer = SecondPerson.answer(code);
    if (answer != Answer.WITHDRAW) {
      second.must(Proposal.Kind.DELETE_COMMENT);
    }
    CaseView view = find(id);
    boolean here = proposals.about(view).stream().anyMatch(p -> p.id().equals(proposal));
    if (!here) {
      throw new NotFoundException();
    }
    return answer(
        view,
        () -> deletions.answer(proposal, answer, viewer.userName(), DecidingForms.words("", note)));
  }

  private Response answer(CaseView view, Runnable act) {
    try {
      act.run();
      return Response.seeOther(URI.create("/cases/" + view.caseId() + "/deletion")).build();
    } catch (NotLegal | Unusable e) {
      return Response.status(409).entity(page(view, new Outcome("problem", e.sentence()))).build();
    }
  }

  private TemplateInstance page(CaseView view, Outcome outcome) {
    List<Proposal> all = proposals.about(view);
    Instant now = Instant.now();
    Optional<Proposal> waiting = all.stream().filter(p -> p.waits(now)).findFirst();
    return Templates.deletion(
        new Deletion(
            forms.of(view),
            waiting.orElse(null),
            all.stream().filter(p -> !p.waits(now)).map(p -> p.expired(now)).toList(),
            waiting.filter(p -> p.proposedBy().equals(viewer.userName())).isPresent(),
            second.may(Proposal.Kind.DELETE_COMMENT),
            second.roles(Proposal.Kind.DELETE_COMMENT)),
        outcome);
  }

  private CaseView find(UUID id) {
    return cases.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
