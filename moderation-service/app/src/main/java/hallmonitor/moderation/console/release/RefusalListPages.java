package hallmonitor.moderation.console.release;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;
import static hallmonitor.moderation.console.access.ConsoleUser.RECORDS_OFFICER;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.SchoolYear;
import hallmonitor.moderation.console.access.NotPermitted;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.pipeline.rules.LiveRules;
import hallmonitor.moderation.store.release.MediaReleaseList;
import hallmonitor.moderation.store.release.MediaReleaseList.NewStudent;
import hallmonitor.moderation.store.release.WithheldStudent;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The media-release list, for those who keep it. Each look at it is in the audit log. */
@Path("/media-release/list")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({RECORDS_OFFICER, ADMINISTRATOR})
public class RefusalListPages {
  /**
   * What was typed, shown again if it cannot be used.
   *
   * @param pasted rows to import
   * @param mistakes in the pasted rows
   */
  public record Typed(
      String name,
      String since,
      String pasted,
      Sentence problem,
      List<PastedStudents.Mistake> mistakes) {
    static final Typed NOTHING = new Typed("", "", "", Sentence.NONE, List.of());
  }

  @CheckedTemplate(basePath = "console/release")
  static class Templates {
    static native TemplateInstance refusals(RefusalListView view, Sentence done, Typed typed);

    static native TemplateInstance refusalImport(RefusalImport plan, String pasted);
  }

  private final MediaReleaseList list;
  private final PublishDesk desk;
  private final LiveRules rules;
  private final MediaReleaseConfig config;
  private final RequestAudit audit;
  private final Viewer viewer;

  RefusalListPages(
      MediaReleaseList list,
      PublishDesk desk,
      LiveRules rules,
      MediaReleaseConfig config,
      RequestAudit audit,
      Viewer viewer) {
    this.list = list;
    this.desk = desk;
    this.rules = rules;
    this.config = config;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Shows the list.
   *
   * @param did what was just done: {@code added}, {@code renewed} or {@code removed}
   */
  @GET
  public TemplateInstance page(@QueryParam("did") @Nullable String did, @QueryParam("n") int n) {
    keeps();
    return page(done(did, n), Typed.NOTHING);
  }

  private static Sentence done(@Nullable String did, int n) {
    return switch (String.valueOf(did)) {
      case "added" -> Sentence.of("Added or renewed: {1}.", n);
      case "renewed" -> Sentence.of("Renewed: {1}.", n);
      case "removed" -> Sentence.of("Removed: {1}.", n);
      default -> Sentence.NONE;
    };
  }

  private TemplateInstance page(Sentence done, Typed typed) {
    audit.read(viewer.userName(), "release-list-read", "");
    return Templates.refusals(
        RefusalListView.of(
            list.all(),
            rules.refusalsInFile().size(),
            desk.today(),
            desk.schoolYear(),
            config.remindBefore()),
        done,
        typed);
  }

  /**
   * Adds one student.
   *
   * @param since day of the letter; empty for today
   * @param year last day of a school year
   */
  @POST
  public Response add(
      @FormParam("name") @Nullable String name,
      @FormParam("since") @Nullable String since,
      @FormParam("year") @Nullable String year) {
    keeps();
    try {
      TypedStudent student = TypedStudent.of(text(name), text(since), desk.today());
      PastedStudents.Row row = new PastedStudents.Row(1, student);
      return carriedOut(RefusalImport.of(List.of(row), list.all(), until(year)));
    } catch (TypedStudent.Mistaken e) {
      return unusable(new Typed(text(name), text(since), "", e.sentence(), List.of()));
    }
  }

  private Response unusable(Typed typed) {
    return Response.status(422).entity(page(Sentence.NONE, typed)).build();
  }

  /**
   * Shows what an import would do, or does it.
   *
   * @param pasted rows of a spreadsheet, a CSV file, or a list of names
   * @param confirmed whether the preview was seen
   */
  @POST
  @Path("import")
  public Response add(
      @FormParam("rows") @Nullable String pasted,
      @FormParam("year") @Nullable String year,
      @FormParam("confirmed") boolean confirmed) {
    keeps();
    PastedStudents read = PastedStudents.read(text(pasted), desk.today());
    if (!read.mistakes().isEmpty()) {
      return unusable(
          new Typed(
              "",
              "",
              text(pasted),
              Sentence.of("Nothing was imported. Fix these lines and try again."),
              read.mistakes()));
    }
    RefusalImport plan = RefusalImport.of(read.rows(), list.all(), until(year));
    return confirmed
        ? carriedOut(plan)
        : Response.ok(Templates.refusalImport(plan, text(pasted))).build();
  }

  private Response carriedOut(RefusalImport plan) {
    List<NewStudent> added = plan.toAdd();
    list.add(added, viewer.userName());
    int renewed = list.renew(plan.toRenew(), plan.until(), viewer.userName());
    return back("added", added.size() + renewed);
  }

  /**
   * Renews or removes the chosen students.
   *
   * @param act {@code renew} or {@code remove}; {@code renew-all} needs no choice
   * @param why needed to remove
   */
  @POST
  @Path("chosen")
  public Response change(
      @FormParam("student") List<UUID> chosen,
      @FormParam("act") @Nullable String act,
      @FormParam("year") @Nullable String year,
      @FormParam("why") @Nullable String why) {
    keeps();
    switch (String.valueOf(act)) {
      case "renew" -> {
        return back("renewed", list.renew(chosen, until(year), viewer.userName()));
      }
      case "renew-all" -> {
        LocalDate ends = desk.schoolYear().last();
        List<UUID> all =
            list.all().stream()
                .filter(student -> student.until().equals(ends))
                .map(WithheldStudent::id)
                .toList();
        return back("renewed", list.renew(all, until(year), viewer.userName()));
      }
      case "remove" -> {
        if (text(why).isEmpty()) {
          return unusable(
              new Typed(
                  "",
                  "",
                  "",
                  Sentence.of("Say why you remove them, without a name. It stays on record."),
                  List.of()));
        }
        return back("removed", list.remove(chosen, text(why), viewer.userName()));
      }
      default -> throw new NotFoundException();
    }
  }

  private Response back(String did, int n) {
    rules.refresh();
    return Response.seeOther(URI.create("/media-release/list?did=" + did + "&n=" + n)).build();
  }

  /** Only ends of this school year and the next can be chosen. */
  private LocalDate until(@Nullable String year) {
    SchoolYear now = desk.schoolYear();
    return text(year).equals(now.next().last().toString()) ? now.next().last() : now.last();
  }

  private static String text(@Nullable String typed) {
    return typed == null ? "" : typed.replace("\0", "").strip();
  }

  private void keeps() {
    if (!viewer.isKeepsMediaReleases()) {
      throw new NotPermitted(
          Sentence.of(
              "Only records officers and administrators of all schools see this list. You can ask"
                  + " about one student at a time."));
    }
  }
}
