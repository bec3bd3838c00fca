package hallmonitor.moderation.console.guidance;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.DisplayLabels;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.store.guidance.Attestations;
import hallmonitor.moderation.store.guidance.Attestations.Attestation;
import hallmonitor.moderation.store.guidance.GuidanceTexts;
import hallmonitor.moderation.store.guidance.GuidanceTexts.GuidanceVersion;
import hallmonitor.moderation.store.guidance.StaffMember;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guidelines for staff, for everybody who may sign in. */
@Path("/guidance")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class GuidancePages {
  /**
   * What the page shows.
   *
   * @param attested what the viewer attested to in this school year; null if nothing
   * @param current whether the version holds now
   * @param versions all of them, the newest first
   */
  public record Guidance(
      GuidanceVersion version,
      RawString text,
      String schoolYear,
      @Nullable Attestation attested,
      boolean current,
      List<GuidanceVersion> versions) {
    /** Returns whether the viewer attested to an older version. */
    public boolean isOutdated() {
      return attested != null && attested.version() != version.version();
    }
  }

  @CheckedTemplate(basePath = "console/guidance")
  static class Templates {
    static native TemplateInstance guidance(Guidance shown);
  }

  private final GuidanceTexts texts;
  private final GuidanceStaff staff;
  private final Attestations attestations;
  private final Viewer viewer;

  GuidancePages(
      GuidanceTexts texts, GuidanceStaff staff, Attestations attestations, Viewer viewer) {
    this.texts = texts;
    this.staff = staff;
    this.attestations = attestations;
    this.viewer = viewer;
  }

  private StaffMember me() {
    return staff.of(viewer.user());
  }

  @GET
  public TemplateInstance page() {
    return page(texts.current(), true);
  }

  @GET
  @Path("versions/{version}")
  public TemplateInstance version(@PathParam("version") long version) {
    GuidanceVersion found = texts.find(version).orElseThrow(NotFoundException::new);
    return page(found, found.version() == texts.current().version());
  }

  private TemplateInstance page(GuidanceVersion version, boolean current) {
    String me = me().key();
    Optional<Attestation> attested =
        attestations.of(staff.schoolYear().first()).stream()
            .filter(a -> a.person().equals(me))
            .findFirst();
    return Templates.guidance(
        new Guidance(
            version,
            GuidanceHtml.of(version.text(DisplayLabels.readersLanguage())),
            staff.schoolYear().getName(),
            attested.orElse(null),
            current,
            texts.all()));
  }

  /** Attests to the version that was read; one that no longer holds has to be read again. */
  @POST
  @Path("attestation")
  public Response attest(@FormParam("version") @DefaultValue("0") long version) {
    if (version != texts.current().version()) {
      return StaleView.at(
          "/guidance",
          Sentence.of("The guidelines changed while you read them. Read them again, then attest."));
    }
    attestations.attest(me(), staff.schoolYear().first(), version, "console");
    return Response.seeOther(URI.create("/guidance")).build();
  }
}
