package hallmonitor.moderation.console.page;

import static hallmonitor.moderation.console.access.ConsoleUser.ADMINISTRATOR;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The console's parts on one page: for those who build pages, and for the tests of how they look.
 */
@Path("/style")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(ADMINISTRATOR)
public class StylePages {
  private static final List<String> COLORS =
      List.of(
          "ground",
          "card",
          "hover",
          "line",
          "field",
          "dim",
          "ink",
          "accent",
          "accent-soft",
          "red",
          "red-soft",
          "amber",
          "amber-soft",
          "green",
          "green-soft",
          "slate",
          "slate-soft",
          "mark");

  private static final List<String> NAMES =
      List.of("Ada Novak", "Ben Reyes", "Dana Whitfield", "Luz Ortega", "Sam Okafor");

  @CheckedTemplate(basePath = "console/page")
  static class Templates {
    static native TemplateInstance style(
        List<String> colors, List<String> names, List<String> icons);
  }

  @GET
  public TemplateInstance page() {
    return Templates.style(COLORS, NAMES, IconNames.shipped());
  }
}
