package hallmonitor.moderation.console.evidence;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.contract.event.EvidenceResult.PackageMade;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.store.evidence.EvidencePackages;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Packages of a case's evidence: asked for, made in the background, and downloaded. */
@Path("/cases/{id}/packages")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class PackagePages {
  /**
   * The packages of a case.
   *
   * @param hours how long a file can be downloaded
   */
  public record Packages(UUID caseId, List<PackageView> packages, long hours) {
    /** Returns until when a file can be downloaded. */
    public Instant until(PackageView made) {
      return Objects.requireNonNullElse(made.answeredAt(), made.askedAt())
          .plus(Duration.ofHours(hours));
    }

    public boolean isWaiting() {
      return packages.stream().anyMatch(PackageView::isWaiting);
    }
  }

  @CheckedTemplate(basePath = "console/evidence")
  static class Templates {
    static native TemplateInstance packages(
        Packages all, PackageForm form, boolean sealed, CharSequence problem);

    static native TemplateInstance packageList(Packages all);
  }

  private final PackageQueries queries;
  private final EvidencePackages packages;
  private final RequestAudit audit;
  private final Viewer viewer;

  PackagePages(
      PackageQueries queries, EvidencePackages packages, RequestAudit audit, Viewer viewer) {
    this.queries = queries;
    this.packages = packages;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page(@PathParam("id") UUID id) {
    return page(id, PackageForm.empty(), Sentence.NONE);
  }

  private TemplateInstance page(UUID id, PackageForm form, Sentence problem) {
    boolean sealed = find(id);
    return Templates.packages(all(id), form, sealed, problem);
  }

  private Packages all(UUID id) {
    return new Packages(id, queries.of(id, viewer.scope()), packages.kept().toHours());
  }

  private boolean find(UUID id) {
    return queries.evidence(id, viewer.scope()).orElseThrow(NotFoundException::new);
  }

  /** Returns only the list, for a page that waits. */
  @GET
  @Path("list")
  public TemplateInstance list(@PathParam("id") UUID id) {
    find(id);
    return Templates.packageList(all(id));
  }

  @POST
  public Response ask(
      @PathParam("id") UUID id,
      @FormParam("form") UUID once,
      @FormParam("kind") String kind,
      @FormParam("names") String names,
      @FormParam("purpose") String purpose,
      @FormParam("words") String words) {
    find(id);
    PackageForm form = PackageForm.of(once, kind, names, purpose, words);
    try {
      return switch (packages.order(form.checked(id, viewer.userName(), viewer.getDisplayName()))) {
        case SENT -> Response.seeOther(URI.create("/cases/" + id + "/packages#packages")).build();
        case NOT_HEARD ->
            refused(
                id,
                form,
                Sentence.of(
                    "The notifier, which keeps the evidence, has not been heard yet. Check that it is running, then ask again."));
        case WAITING ->
            refused(
                id,
                form,
                Sentence.of(
                    "A package of this case that you asked for is still being made. Wait for it, then ask for the next one."));
        case TOO_MANY, FULL -> refused(id, form, EvidencePages.TOO_MANY);
      };
    } catch (StatedPurpose.Mistaken e) {
      return refused(id, form, e.sentence());
    }
  }

  private Response refused(UUID id, PackageForm form, Sentence why) {
    return Response.status(422).entity(page(id, form, why)).build();
  }

  /** Sends the file. That it was is on record before its first byte. */
  @GET
  @Path("{order}/file")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  public Response file(@PathParam("id") UUID id, @PathParam("order") UUID order) {
    PackageView view =
        queries.of(id, viewer.scope()).stream()
            .filter(p -> p.orderId().equals(order))
            .findFirst()
            .orElseThrow(NotFoundException::new);
    PackageMade made = view.getMade();
    if (made == null || !view.isReady() || packages.part(order, 0).isEmpty()) {
      return StaleView.at(
          "/cases/" + id + "/packages",
          Sentence.of("This file is no longer there, or not yet. Ask for a new package."));
    }
    audit.add(
        viewer.userName(),
        "package-downloaded",
        "case " + id,
        "package %s, SHA-256 %s".formatted(order, made.sha256()));
    StreamingOutput parts =
        out -> {
          for (int number = 0; number < made.parts(); number++) {
            out.write(
                packages
                    .part(order, number)
                    .orElseThrow(() -> new IOException("the package was removed meanwhile")));
          }
        };
    return Response.ok(parts, "application/zip")
        .header(HttpHeaders.CONTENT_LENGTH, made.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"evidence-%s%s.zip\""
                .formatted(id, view.students() == null ? "" : "-redacted"))
        .build();
  }
}
