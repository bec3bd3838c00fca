package hallmonitor.moderation.console.past;

import hallmonitor.moderation.casework.CommentKey;
import hallmonitor.moderation.console.access.Sight;
import hallmonitor.moderation.console.access.Viewer;
import hallmonitor.moderation.console.comments.CommentAddress;
import hallmonitor.moderation.console.pictures.PictureLink;
import hallmonitor.moderation.console.records.RecordPlaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;

/** Finds posts that the viewer may see, and the pictures of their versions. */
@ApplicationScoped
class PostPictureFinder {
  private final PastQueries queries;
  private final RecordPlaces places;
  private final Viewer viewer;

  PostPictureFinder(PastQueries queries, RecordPlaces places, Viewer viewer) {
    this.queries = queries;
    this.places = places;
    this.viewer = viewer;
  }

  /**
   * Returns a post.
   *
   * @param address its part of an address
   * @throws NotFoundException if there is none, or the viewer may not see it
   */
  CommentKey post(String address) {
    Sight sight = new Sight(viewer.scope(), places.accounts(viewer.scope()));
    return CommentAddress.parse(address)
        .filter(key -> queries.isThere(key, sight))
        .orElseThrow(NotFoundException::new);
  }

  /**
   * Returns a picture that any version has.
   *
   * @throws NotFoundException if none has it
   */
  PictureLink link(CommentKey post, String key) {
    return queries.pictures(post).stream()
        .flatMap(version -> PictureLink.ofPost(version).stream())
        .filter(link -> link.getKey().equals(key))
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  /** Returns the path of a picture. */
  static String path(CommentKey post, PictureLink link) {
    return "/posts/%s/pictures/%s"
        .formatted(CommentAddress.of(post.account(), post.id()), link.getKey());
  }
}
