package hallmonitor.moderation.console.authors;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.console.comments.CommentAddress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Leads from a comment to the page of its author, so that no address names an author. */
@Path("/comments/{id}/author")
@RolesAllowed(READ)
public class AuthorOfCommentPages {
  private final AuthorDesk desk;

  AuthorOfCommentPages(AuthorDesk desk) {
    this.desk = desk;
  }

  @GET
  public Response page(@PathParam("id") String id) {
    return CommentAddress.parse(id)
        .flatMap(comment -> desk.ofComment(comment.account(), comment.id()))
        .map(author -> Response.seeOther(URI.create("/authors/" + author)).build())
        .orElseThrow(NotFoundException::new);
  }
}
