package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.Decisions.NotLegal;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.request.RequestDesk;
import hallmonitor.moderation.wording.Sentence;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deadlines to which requesters agreed. */
@Path("/requests/{id}/agreement")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class RequestAgreementPages {
  private final RequestPages requests;
  private final RequestDesk desk;
  private final Viewer viewer;

  RequestAgreementPages(RequestPages requests, RequestDesk desk, Viewer viewer) {
    this.requests = requests;
    this.desk = desk;
    this.viewer = viewer;
  }

  /**
   * Records an agreement, also after the deadline.
   *
   * @param until the new last day, such as {@code 2026-12-24}
   * @param note where the agreement is
   */
  @POST
  public Response agree(
      @PathParam("id") UUID id,
      @FormParam("version") int version,
      @FormParam("until") @Nullable String until,
      @FormParam("note") @Nullable String note) {
    return requests.changed(
        id,
        note,
        words -> {
          LocalDate day = day(String.valueOf(until));
          if (words.isEmpty()) {
            throw new NotLegal(Sentence.of("Write how and when the requester agreed."));
          }
          desk.agree(id, version, day, words, viewer.userName());
        });
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new NotLegal(Sentence.of("Choose the day to which the requester agreed."));
    }
  }
}
