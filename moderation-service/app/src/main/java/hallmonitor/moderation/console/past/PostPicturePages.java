package hallmonitor.moderation.console.past;

import static hallmonitor.moderation.console.access.Permission.READ;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.pictures.PictureParts;
import hallmonitor.moderation.console.pictures.PictureStore;
import hallmonitor.moderation.store.archive.PictureShelf;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A picture that a version of a post has: veiled for the page, and whole for anyone who asks for
 * it.
 */
@Path("/posts/{id}/pictures/{key}")
@RolesAllowed(READ)
public class PostPicturePages {
  private final PostPictureFinder finder;
  private final PictureStore store;
  private final RequestAudit audit;
  private final Viewer viewer;

  PostPicturePages(
      PostPictureFinder finder, PictureStore store, RequestAudit audit, Viewer viewer) {
    this.finder = finder;
    this.store = store;
    this.audit = audit;
    this.viewer = viewer;
  }

  /** Returns the part of the page that shows the picture veiled, or says why it cannot. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance veiled(@PathParam("id") String id, @PathParam("key") String key) {
    CommentKey post = finder.post(id);
    PictureLink link = finder.link(post, key);
    return PictureParts.veiled(
        PostPictureFinder.path(post, link), link, store.get(PictureShelf.POSTS, post, link));
  }

  /** Fetches the picture for the person who asks for it, and returns the same part. */
  @POST
  @Produces(MediaType.TEXT_HTML)
  public TemplateInstance fetched(@PathParam("id") String id, @PathParam("key") String key) {
    CommentKey post = finder.post(id);
    PictureLink link = finder.link(post, key);
    return PictureParts.veiled(
        PostPictureFinder.path(post, link), link, store.fetch(PictureShelf.POSTS, post, link));
  }

  /** Returns the picture itself, and records who sees it. */
  @GET
  @Path("file")
  public Response file(@PathParam("id") String id, @PathParam("key") String key) {
    CommentKey post = finder.post(id);
    PictureLink link = finder.link(post, key);
    return PictureParts.whole(
        link,
        store.get(PictureShelf.POSTS, post, link),
        () ->
            audit.read(
                viewer.userName(),
                "picture-read",
                post.account() + " " + post.id(),
                "picture " + link.number()));
  }
}
