package hallmonitor.moderation.console.request;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.casework.ShortCode;
import hallmonitor.moderation.casework.request.RequestStatute;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.store.request.NewRequest;
import hallmonitor.moderation.store.request.RequestDesk;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/** Requests that came in otherwise than by the public form, as a person enters them. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class RequestEntryPages {
  @CheckedTemplate(basePath = "console/request")
  static class Templates {
    static native TemplateInstance requestEntry(
        RequestEntry entry, RequestStatute statute, LocalDate today, UUID form);
  }

  private final RequestDesk desk;
  private final RequestOffice office;
  private final Viewer viewer;

  RequestEntryPages(RequestDesk desk, RequestOffice office, Viewer viewer) {
    this.desk = desk;
    this.office = office;
    this.viewer = viewer;
  }

  @GET
  @Path("new")
  public TemplateInstance entry() {
    return entry(new RequestEntry(), UUID.randomUUID());
  }

  private TemplateInstance entry(RequestEntry typed, UUID form) {
    return Templates.requestEntry(typed, statute(), office.today(), form);
  }

  /** Without a state nothing can be entered, and the list says what to do. */
  private RequestStatute statute() {
    return office.statute().orElseThrow(NotFoundException::new);
  }

  @POST
  public Response enter(@BeanParam RequestEntry typed) {
    RequestStatute statute = statute();
    if (!typed.isTyped() || !typed.isUsable(office.today())) {
      return Response.status(422).entity(entry(typed, typed.getId())).build();
    }
    Instant arrived =
        typed
            .day()
            .orElseThrow()
            .atTime(typed.isAfterHours() ? LocalTime.MAX : LocalTime.MIN)
            .atZone(office.zone())
            .toInstant();
    UUID id = typed.getId();
    desk.take(
        new NewRequest(
            id,
            ShortCode.of(id.getMostSignificantBits() ^ id.getLeastSignificantBits()),
            Optional.empty(),
            typed.getWay(),
            typed.getRequester(),
            typed.getContact(),
            typed.getWords(),
            typed.getLanguage(),
            typed.isCommercial() && statute.commercial().isPresent(),
            arrived,
            statute.id(),
            office.deadline(statute, arrived, typed.isCommercial()),
            viewer.userName()));
    return Response.seeOther(URI.create("/requests/" + id)).build();
  }
}
