package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.pictures.PictureResult.Frames;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import hallmonitor.moderation.wording.Sentence;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** A picture, or a video, in a page: veiled, and whole for anyone who asks for it. */
public final class PictureParts {
  @CheckedTemplate(basePath = "console/pictures")
  static class Templates {
    static native TemplateInstance picture(String path, PictureLink link, Picture picture);

    static native TemplateInstance frames(String path, PictureLink link, Frames video);

    static native TemplateInstance pictureMissing(String path, PictureLink link, Missing missing);
  }

  private static final Sentence VIDEO =
      Sentence.of("It is a video. Its page shows still frames of it.");

  private PictureParts() {}

  /**
   * Returns the part of a page that shows the picture veiled, or says why it cannot.
   *
   * @param path of this part
   */
  public static TemplateInstance veiled(String path, PictureLink link, PictureResult result) {
    if (result instanceof Picture picture) {
      return Templates.picture(path, link, picture);
    }
    return result instanceof Frames video
        ? Templates.frames(path, link, video)
        : Templates.pictureMissing(path, link, (Missing) result);
  }

  /**
   * Returns the picture itself.
   *
   * @param recorded called before it is handed out
   */
  public static Response whole(PictureLink link, PictureResult result, Runnable recorded) {
    if (result instanceof Picture picture) {
      return whole(link, picture, recorded);
    }
    if (result instanceof Frames video && video.later() != null) {
      return whole(link, video.later(), recorded);
    }
    return missing(result instanceof Missing missing ? missing.why() : VIDEO);
  }

  /**
   * Returns a frame of a video itself.
   *
   * @param recorded called before it is handed out
   */
  public static Response frame(
      PictureLink link, PictureResult result, int second, Runnable recorded) {
    return result instanceof Frames video
        ? video
            .at(second)
            .map(frame -> whole(link, frame, recorded))
            .orElseThrow(NotFoundException::new)
        : missing(result instanceof Missing missing ? missing.why() : Sentence.NONE);
  }

  /** Returns why there is no picture. */
  static Response missing(Sentence why) {
    return Response.status(Response.Status.NOT_FOUND)
        .type("text/plain;charset=UTF-8")
        .entity(ReaderLanguage.says(why) + "\n")
        .build();
  }

  private static Response whole(PictureLink link, Picture picture, Runnable recorded) {
    recorded.run();
    String name = link.number() + "." + picture.type().name().toLowerCase(Locale.ROOT);
    return Response.ok(picture.content(), picture.type().mediaType())
        .header("Content-Disposition", "inline; filename=\"picture-" + name + "\"")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
