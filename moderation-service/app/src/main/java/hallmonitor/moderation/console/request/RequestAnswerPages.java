package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.store.request.RequestAnswers;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers that take two people, where the district asks for it. */
@Path("/requests/{id}/answer")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class RequestAnswerPages {
  private final RequestPages requests;
  private final RequestAnswers answers;
  private final RequestAnswerQueries queries;
  private final RequestOffice office;
  private final SecondPerson second;
  private final Viewer viewer;

  RequestAnswerPages(
      RequestPages requests,
      RequestAnswers answers,
      RequestAnswerQueries queries,
      RequestOffice office,
      SecondPerson second,
      Viewer viewer) {
    this.requests = requests;
    this.answers = answers;
    this.queries = queries;
    this.office = office;
    this.second = second;
    this.viewer = viewer;
  }

  /** Proposes that a request is answered with what was decided. */
  @POST
  public Response propose(
      @PathParam("id") UUID id,
      @FormParam("form") @Nullable UUID form,
      @FormParam("version") int version,
      @FormParam("note") @Nullable String note) {
    if (form == null) {
      throw new NotFoundException();
    }
    return requests.changed(
        id,
        note,
        words -> {
          if (!office.asksSecond()) {
            throw new NotLegal(
                Sentence.of(
                    "Your district asks for no second person. Mark the request as answered."));
          }
          answers.propose(form, id, version, words, viewer.userName());
        });
  }

  /** Approves, rejects or withdraws a proposal. */
  @POST
  @Path("{proposal}")
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("proposal") UUID proposal,
      @FormParam("answer") @Nullable String code,
      @FormParam("note") @Nullable String note) {
    Answer answer = SecondPerson.answer(code);
    return requests.changed(
        id,
        note,
        words -> {
          if (answer != Answer.WITHDRAW) {
            second.must(Proposal.Kind.RELEASE_RECORDS);
          }
          if (answer == Answer.APPROVE && queries.unseen(id) > 0) {
            throw new NotLegal(
                Sentence.of(
                    "This request has items of schools that you don't see. Someone who sees all of them"
                        + " must approve it."));
          }
          answers.answer(id, proposal, answer, words, viewer.userName());
        });
  }
}
