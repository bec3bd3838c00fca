package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.RequestAudit;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.pictures.PictureResult.Frames;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.store.archive.PictureShelf;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Hands out the pictures of what a page shows: veiled, and whole for anyone who asks, which is on
 * record. The page has found out that the viewer may see it.
 */
@ApplicationScoped
public class PictureDesk {
  /**
   * What has the pictures.
   *
   * @param of the comment, or the post
   * @param links that the page shows
   * @param path of the pictures, before the key
   * @param target names it in the audit log
   */
  public record Place(
      PictureShelf shelf, CommentKey of, List<PictureLink> links, String path, String target) {
    public Place {
      links = List.copyOf(links);
    }

    private PictureLink link(String key) {
      return links.stream()
          .filter(link -> link.getKey().equals(key))
          .findFirst()
          .orElseThrow(NotFoundException::new);
    }
  }

  private static final Sentence NOT_RELEASED =
      Sentence.of(
          "The public does not get this picture: it is withheld, or redacted as a whole, it can't be"
              + " drawn here, or it is not the one in which a part was covered.");

  private static final Sentence FRAMES_RELEASED =
      Sentence.of(
          "It is a video. If it is released, the public gets the still frames that its page shows.");

  private final PictureStore store;
  private final RequestAudit audit;
  private final Viewer viewer;

  PictureDesk(PictureStore store, RequestAudit audit, Viewer viewer) {
    this.store = store;
    this.audit = audit;
    this.viewer = viewer;
  }

  /**
   * Returns the part of the page that shows a picture veiled, or says why it cannot.
   *
   * @param key of its address
   * @throws NotFoundException if the page has no such picture
   */
  public TemplateInstance veiled(Place place, String key) {
    PictureLink link = place.link(key);
    return PictureParts.veiled(
        place.path() + "/" + key, link, store.get(place.shelf(), place.of(), link));
  }

  /**
   * Returns the same after fetching it, because a person asked for that.
   *
   * @throws NotFoundException if the page has no such picture
   */
  public TemplateInstance fetched(Place place, String key) {
    PictureLink link = place.link(key);
    return PictureParts.veiled(
        place.path() + "/" + key, link, store.fetch(place.shelf(), place.of(), link));
  }

  /**
   * Returns the picture itself, and records who sees it.
   *
   * @throws NotFoundException if the page has no such picture
   */
  public Response whole(Place place, String key) {
    PictureLink link = place.link(key);
    return PictureParts.whole(
        link, store.get(place.shelf(), place.of(), link), () -> seen(place, link, ""));
  }

  /**
   * Returns a frame of a video, and records who sees it.
   *
   * @param second of the video
   * @throws NotFoundException if the page has no such video, or the video no such frame
   */
  public Response frame(Place place, String key, int second) {
    PictureLink link = place.link(key);
    return PictureParts.frame(
        link,
        place.shelf() == PictureShelf.COMMENTS
            ? store.frame(place.of(), link, second)
            : store.get(place.shelf(), place.of(), link),
        second,
        () -> seen(place, link, ", second " + second));
  }

  /**
   * Returns a picture as it is drawn again, and records who sees it.
   *
   * @param drawing of a picture by its address and content; empty if it does not go out
   * @throws NotFoundException if the page has no such picture
   */
  public Response redrawn(
      Place place, String key, BiFunction<String, byte[], Optional<RedrawnPicture>> drawing) {
    PictureLink link = place.link(key);
    PictureResult result = store.get(place.shelf(), place.of(), link);
    if (result instanceof Frames) {
      return PictureParts.missing(FRAMES_RELEASED);
    }
    Optional<RedrawnPicture> drawn =
        result instanceof Picture picture
            ? drawing.apply(link.url(), picture.content())
            : Optional.empty();
    drawn.ifPresent(one -> seen(place, link, ", as released"));
    return drawn
        .map(
            one ->
                Response.ok(one.content(), one.mediaType())
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .build())
        .orElseGet(() -> PictureParts.missing(NOT_RELEASED));
  }

  private void seen(Place place, PictureLink link, String which) {
    audit.read(
        viewer.userName(), "picture-read", place.target() + ", picture " + link.number() + which);
  }
}
