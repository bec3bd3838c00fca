package hallmonitor.moderation.console.objections;

import static hallmonitor.moderation.console.access.Permission.ACT;
import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.Decisions;
import hallmonitor.moderation.casework.Proposal;
import hallmonitor.moderation.casework.Proposal.Answer;
import hallmonitor.moderation.casework.Proposal.Kind;
import hallmonitor.moderation.console.ConsoleDatabase;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.proposals.SecondPerson;
import hallmonitor.moderation.store.Proposals;
import hallmonitor.moderation.store.orders.ReplyDesk;
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
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reply that waits for its second person. */
@Path("/cases/{id}/proposed-reply/{reply}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class WaitingReplyPages {
  /**
   * A proposed reply.
   *
   * @param waiting absent once it was answered or has expired
   * @param own whether the viewer proposed it and may only withdraw it
   * @param answerable whether the viewer may answer it
   * @param approvers roles that may approve it
   */
  record WaitingReply(
      ObjectionSubject subject,
      ReplyView reply,
      @Nullable Proposal waiting,
      boolean own,
      boolean answerable,
      String approvers) {}

  @CheckedTemplate(basePath = "console/objections")
  static class Templates {
    static native TemplateInstance replyWaiting(WaitingReply now);
  }

  private final SubjectQueries subjects;
  private final ConsoleDatabase database;
  private final ReplyDesk desk;
  private final SecondPerson second;
  private final Viewer viewer;

  WaitingReplyPages(
      SubjectQueries subjects,
      ConsoleDatabase database,
      ReplyDesk desk,
      SecondPerson second,
      Viewer viewer) {
    this.subjects = subjects;
    this.database = database;
    this.desk = desk;
    this.second = second;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id, @PathParam("reply") UUID reply) {
    ObjectionSubject subject = find(id);
    ReplyView seen =
        subjects.replies(id).stream()
            .filter(one -> one.actionId().equals(reply))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    Instant now = Instant.now();
    Optional<Proposal> waiting =
        database.read(h -> new Proposals(h).about(Kind.REPLY, reply.toString())).stream()
            .filter(proposal -> proposal.waits(now))
            .findFirst();
    boolean own = waiting.filter(p -> p.proposedBy().equals(viewer.userName())).isPresent();
    return Templates.replyWaiting(
        new WaitingReply(
            subject,
            seen,
            waiting.orElse(null),
            own,
            own || second.may(Kind.REPLY),
            second.roles(Kind.REPLY)));
  }

  @POST
  @RolesAllowed(ACT)
  public Response answer(
      @PathParam("id") UUID id,
      @PathParam("reply") UUID reply,
      @FormParam("answer") String code,
      @FormParam("note") String note) {
    Answer answer = SecondPerson.answer(code);
    if (answer != Answer.WITHDRAW) {
      second.must(Kind.REPLY);
    }
    find(id);
    try {
      desk.answer(id, reply, answer, viewer.userName(), CasePanel.words(note));
      return CasePanel.back(id, "reply");
    } catch (Decisions.NotLegal | Decisions.CaseChanged e) {
      return CasePanel.refused(id, e.sentence());
    }
  }

  private ObjectionSubject find(UUID id) {
    return subjects.find(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }
}
