package hallmonitor.moderation.console.guidance;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.BUILDING_ADMINISTRATOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.Csv;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.store.guidance.Attestations;
import hallmonitor.moderation.store.guidance.Attestations.Attestation;
import hallmonitor.moderation.store.guidance.StaffList;
import hallmonitor.moderation.store.guidance.StaffMember;
import hallmonitor.moderation.wording.Sentence;
import hallmonitor.settings.district.District.Building;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who has attested to the guidelines and who has not, by building; asks and reminds. */
@Path("/guidance/staff")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({ADMINISTRATOR, BUILDING_ADMINISTRATOR})
public class GuidanceStaffPages {
  @CheckedTemplate(basePath = "console/guidance")
  static class Templates {
    static native TemplateInstance guidanceStaff(StaffOverview staff);
  }

  private final GuidanceStaff staff;
  private final StaffList list;
  private final Attestations attestations;
  private final RequestAudit audit;
  private final Viewer viewer;

  GuidanceStaffPages(
      GuidanceStaff staff,
      StaffList list,
      Attestations attestations,
      RequestAudit audit,
      Viewer viewer) {
    this.staff = staff;
    this.list = list;
    this.attestations = attestations;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return page("", List.of());
  }

  private TemplateInstance page(String typed, List<Sentence> mistakes) {
    return Templates.guidanceStaff(
        new StaffOverview(
            staff.schoolYear().getName(),
            attestations.round(staff.schoolYear().first()).orElse(null),
            staff.lines(viewer.scope()),
            staff.district().buildings(),
            typed,
            mistakes));
  }

  /** Adds the people of pasted lines. */
  @POST
  @RolesAllowed(ADMINISTRATOR)
  public Response add(@FormParam("people") @DefaultValue("") String people) {
    PastedStaff pasted =
        PastedStaff.of(
            people,
            staff.district().buildings().stream().map(Building::id).collect(Collectors.toSet()));
    if (pasted.members().isEmpty() && pasted.mistakes().isEmpty()) {
      return refused(people, Sentence.of("Paste at least one line."));
    }
    if (!pasted.mistakes().isEmpty()) {
      return Response.status(422).entity(page(people, pasted.mistakes())).build();
    }
    list.add(pasted.members(), viewer.userName());
    return back();
  }

  private Response refused(String typed, Sentence mistake) {
    return Response.status(422).entity(page(typed, List.of(mistake))).build();
  }

  @POST
  @RolesAllowed(ADMINISTRATOR)
  @Path("{id}/removal")
  public Response remove(@PathParam("id") UUID id) {
    list.remove(id, viewer.userName());
    return back();
  }

  /** Asks everyone who has not attested, by mail, now and then again until they have. */
  @POST
  @RolesAllowed(ADMINISTRATOR)
  @Path("round")
  public Response ask(@FormParam("due") @DefaultValue("") String due) {
    LocalDate day;
    try {
      day = LocalDate.parse(due);
    } catch (DateTimeException e) {
      return refused("", Sentence.of("Choose the day by which everyone is asked to attest."));
    }
    if (day.isBefore(staff.today()) || day.isAfter(staff.schoolYear().last())) {
      return refused("", Sentence.of("Choose a day from today on, within this school year."));
    }
    attestations.ask(staff.schoolYear().first(), day, viewer.userName());
    return back();
  }

  @GET
  @Path("staff.csv")
  @Produces("text/csv;charset=UTF-8")
  public Response csv() {
    StringBuilder file = new StringBuilder(Csv.START);
    file.append(Csv.line("School", "Name", "Email", "School year", "Attested", "Version", "By"));
    staff.lines(viewer.scope()).forEach(line -> file.append(line(line)));
    audit.add(viewer.userName(), "staff-downloaded", "staff list", "");
    return Response.ok(file.toString().getBytes(UTF_8))
        .header("Content-Disposition", "attachment; filename=\"guidelines-staff.csv\"")
        .build();
  }

  private String line(StaffLine line) {
    StaffMember member = line.member();
    Attestation done = line.attested();
    return Csv.line(
        DisplayLabels.building(member.building()),
        member.name(),
        member.email(),
        staff.schoolYear().getName(),
        done == null ? "" : DisplayLabels.recordedMoment(done.attestedAt()),
        done == null ? "" : done.version(),
        done == null ? "" : done.way());
  }

  private static Response back() {
    return Response.seeOther(URI.create("/guidance/staff")).build();
  }
}
