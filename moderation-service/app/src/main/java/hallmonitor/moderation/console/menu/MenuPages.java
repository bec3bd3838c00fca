package hallmonitor.moderation.console.menu;

import static hallmonitor.moderation.console.access.Permission.READ;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The numbers of the menu, for a page that stays open. */
@Path("/menu/counts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(READ)
public class MenuPages {
  private final MenuCounts counts;

  MenuPages(MenuCounts counts) {
    this.counts = counts;
  }

  @GET
  public MenuCounts.Counts counts() {
    return counts.now();
  }
}
