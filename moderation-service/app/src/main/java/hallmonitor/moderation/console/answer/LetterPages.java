package hallmonitor.moderation.console.answer;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.request.RequestQueries;
import hallmonitor.moderation.console.request.RequestView;
import hallmonitor.moderation.store.answer.AnswerLetters;
import hallmonitor.moderation.store.answer.AnswerLetters.KeptLetter;
import hallmonitor.moderation.wording.Sentence;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page of an answer, and its letter. */
@Path("/requests/{id}/answer")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class LetterPages {
  private static final int LONGEST_LETTER = 50_000;

  private final RequestQueries requests;
  private final AnswerDesk desk;
  private final WrittenLetter written;
  private final AnswerLetters letters;
  private final RequestAudit audit;
  private final Viewer viewer;

  LetterPages(
      RequestQueries requests,
      AnswerDesk desk,
      WrittenLetter written,
      AnswerLetters letters,
      RequestAudit audit,
      Viewer viewer) {
    this.requests = requests;
    this.desk = desk;
    this.written = written;
    this.letters = letters;
    this.audit = audit;
    this.viewer = viewer;
  }

  private RequestView find(UUID id) {
    return requests.find(id, true).orElseThrow(NotFoundException::new);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/requests/" + id + "/answer#letter")).build();
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id) {
    RequestView request = find(id);
    audit.read(viewer.userName(), "request-answer-read", "request " + request.number());
    return desk.page(request, Sentence.NONE);
  }

  /** Saves the letter. What was typed is shown again if it cannot be saved. */
  @POST
  @Path("letter")
  public Response save(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("words") @Nullable String words) {
    RequestView request = find(id);
    String letter = words == null ? "" : words.replace("\0", "").replace("\r\n", "\n").strip();
    try {
      if (letter.length() > LONGEST_LETTER) {
        throw new NotLegal(Sentence.of("The letter is too long. Shorten it to 50,000 characters."));
      }
      written.filled(request, letter, viewer.getDisplayName());
      letters.save(id, version, letter, viewer.userName());
      return back(id);
    } catch (NotLegal e) {
      return Response.status(409)
          .entity(desk.page(request, new KeptLetter(letter, version), e.sentence()))
          .build();
    }
  }

  /** Puts the letter of the district's file back. */
  @POST
  @Path("letter/reset")
  public Response reset(@PathParam("id") UUID id) {
    find(id);
    letters.reset(id, viewer.userName());
    return back(id);
  }

  /** Returns the letter as it is printed. */
  @GET
  @Path("letter.pdf")
  @Produces({"application/pdf", MediaType.TEXT_HTML})
  public Response preview(@PathParam("id") UUID id) {
    RequestView request = find(id);
    try {
      return Response.ok(desk.printed(request), "application/pdf").build();
    } catch (NotLegal e) {
      return Response.status(409).entity(desk.page(request, e.sentence())).build();
    }
  }
}
