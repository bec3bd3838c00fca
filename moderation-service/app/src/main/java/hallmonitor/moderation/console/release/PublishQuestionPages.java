package hallmonitor.moderation.console.release;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.finding.name.StudentName;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers <em>May I publish this student?</em> for everyone who signs in. The name is in no
 * address, so it stays out of logs and histories.
 */
@Path("/media-release")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(READ)
public class PublishQuestionPages {
  private static final int LONGEST = 100;

  @CheckedTemplate(basePath = "console/release")
  static class Templates {
    static native TemplateInstance question(
        String name, @Nullable PublishAnswer answer, Sentence problem);
  }

  private final PublishDesk desk;
  private final RequestAudit audit;
  private final Viewer viewer;

  PublishQuestionPages(PublishDesk desk, RequestAudit audit, Viewer viewer) {
    this.desk = desk;
    this.audit = audit;
    this.viewer = viewer;
  }

  @GET
  public TemplateInstance page() {
    return Templates.question("", null, Sentence.NONE);
  }

  /**
   * Answers.
   *
   * @param typed a full name in any order
   */
  @POST
  public Response ask(@FormParam("name") @Nullable String typed) {
    String name = typed == null ? "" : typed.strip();
    List<String> parts =
        name.length() > LONGEST ? List.of() : StudentName.parts(name).stream().distinct().toList();
    if (parts.size() < 2) {
      return refused(
          422,
          name,
          Sentence.of("Enter one student's given name and family name, in Latin letters."));
    }
    Optional<PublishAnswer> answer = desk.ask(parts, viewer.userName());
    if (answer.isEmpty()) {
      audit.read(viewer.userName(), "release-limit", "");
      return refused(
          429,
          name,
          Sentence.of(
              "You have asked about many students in the last hour. Ask the office, or try"
                  + " again later."));
    }
    return Response.ok(Templates.question(name, answer.get(), Sentence.NONE)).build();
  }

  private static Response refused(int status, String name, Sentence problem) {
    return Response.status(status).entity(Templates.question(name, null, problem)).build();
  }
}
