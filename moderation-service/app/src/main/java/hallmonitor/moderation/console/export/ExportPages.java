package hallmonitor.moderation.console.export;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.evidence.EvidencePages;
import hallmonitor.moderation.console.evidence.StatedPurpose;
import hallmonitor.moderation.console.page.StaleView;
import hallmonitor.moderation.console.search.SearchInWords;
import hallmonitor.moderation.console.search.SearchSweep;
import hallmonitor.moderation.store.evidence.OrderLimit.Ordered;
import hallmonitor.moderation.store.export.ArchiveExports;
import hallmonitor.moderation.store.export.ArchiveExports.ExportWish;
import hallmonitor.moderation.store.export.ExportFiles;
import hallmonitor.moderation.store.export.ExportZip;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Exports of what a search found: asked for, made in the background, and downloaded. */
@Path("/search/exports")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class ExportPages {
  @CheckedTemplate(basePath = "console/export")
  static class Templates {
    static native TemplateInstance exports(ExportList exports, ExportForm form, Sentence problem);

    static native TemplateInstance exportList(ExportList exports);
  }

  private static final Sentence GONE =
      Sentence.of("This file is no longer there, or not yet. Ask for a new export.");

  private final ExportQueries queries;
  private final ArchiveExports exports;
  private final SearchSweep sweep;
  private final SearchInWords inWords;
  private final Jdbi database;
  private final ExportsConfig config;
  private final RequestAudit audit;
  private final Viewer viewer;

  ExportPages(
      ExportQueries queries,
      ArchiveExports exports,
      SearchSweep sweep,
      SearchInWords inWords,
      Jdbi database,
      ExportsConfig config,
      RequestAudit audit,
      Viewer viewer) {
    this.queries = queries;
    this.exports = exports;
    this.sweep = sweep;
    this.inWords = inWords;
    this.database = database;
    this.config = config;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Shows the viewer's exports, and a form if the address has a search. */
  @GET
  public TemplateInstance page(@Context UriInfo address) {
    return page(form(UUID.randomUUID(), query(address), StatedPurpose.EMPTY), Sentence.NONE);
  }

  private String query(UriInfo address) {
    return sweep.usual(Objects.requireNonNullElse(address.getRequestUri().getRawQuery(), ""));
  }

  private ExportForm form(UUID form, String query, StatedPurpose stated) {
    return new ExportForm(form, query, inWords.of(query, viewer.scope()), stated);
  }

  private TemplateInstance page(ExportForm form, Sentence problem) {
    return Templates.exports(mine(), form, problem);
  }

  private ExportList mine() {
    List<ExportView> all = queries.of(viewer.userName());
    return new ExportList(
        all,
        all.stream()
            .collect(
                Collectors.toMap(ExportView::exportId, e -> inWords.of(e.query(), viewer.scope()))),
        exports.kept());
  }

  /** Returns only the list, for a page that waits. */
  @GET
  @Path("list")
  public TemplateInstance list() {
    return Templates.exportList(mine());
  }

  /** Asks for an export of the search of the address. */
  @POST
  public Response ask(
      @Context UriInfo address,
      @FormParam("form") @Nullable UUID once,
      @FormParam("purpose") @Nullable String purpose,
      @FormParam("words") @Nullable String words) {
    String query = query(address);
    ExportForm form =
        form(once == null ? UUID.randomUUID() : once, query, StatedPurpose.of(purpose, words));
    if (query.isEmpty()) {
      return refused(form, Sentence.of("Search for something, then export it."));
    }
    try {
      Ordered ordered =
          exports.order(
              new ExportWish(
                  form.form(),
                  query,
                  sweep.inWords(query),
                  viewer.scope().inText(),
                  form.stated().checked(),
                  form.stated().words(),
                  viewer.userName()));
      return switch (ordered) {
        case WAITING ->
            refused(
                form,
                Sentence.of(
                    "An export that you asked for is still being made. Wait for it, or remove it, then ask"
                        + " again."));
        case TOO_MANY -> refused(form, EvidencePages.TOO_MANY);
        case FULL ->
            refused(
                form,
                Sentence.of(
                    "Your exports take up 5 GB, the most for one person. Remove one that you downloaded,"
                        + " then ask again."));
        default -> back();
      };
    } catch (StatedPurpose.Mistaken e) {
      return refused(form, e.sentence());
    }
  }

  private static Response back() {
    return Response.seeOther(URI.create("/search/exports#exports")).build();
  }

  private Response refused(ExportForm form, Sentence why) {
    return Response.status(422).entity(page(form, why)).build();
  }

  private ExportView find(UUID id) {
    return queries.find(id, viewer.userName()).orElseThrow(NotFoundException::new);
  }

  /** Removes an export, or stops its making. */
  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") UUID id) {
    find(id);
    exports.remove(id, viewer.userName());
    return back();
  }

  /**
   * Sends the files to the person who asked for them, as long as they may see what is in them. That
   * they were sent is on record before the first byte.
   */
  @GET
  @Path("{id}/file")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  public Response file(@PathParam("id") UUID id) {
    ExportView export = find(id);
    if (!export.isReady()
        || Instant.now().isAfter(export.until(exports.kept()))
        || !export.scope().equals(viewer.scope().inText())) {
      return StaleView.at("/search/exports", GONE);
    }
    audit.add(
        viewer.userName(),
        "export-downloaded",
        "export " + id,
        "SHA-256 of manifest.json " + export.getSha256());
    StreamingOutput content =
        out -> ExportZip.write(new ExportFiles(database, id, config.mostBytes()), out);
    return Response.ok(content, "application/zip")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export-%s.zip\"".formatted(id))
        .build();
  }
}
