package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.console.language.ReaderLanguage;
import hallmonitor.moderation.console.pictures.PictureResult.Missing;
import hallmonitor.moderation.console.pictures.PictureResult.Picture;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/** A picture in a page: veiled, and whole for anyone who asks for it. */
public final class PictureParts {
  @CheckedTemplate(basePath = "console/pictures")
  static class Templates {
    static native TemplateInstance picture(String path, PictureLink link, Picture picture);

    static native TemplateInstance pictureMissing(String path, PictureLink link, Missing missing);
  }

  private PictureParts() {}

  /**
   * Returns the part of a page that shows the picture veiled, or says why it cannot.
   *
   * @param path of this part
   */
  public static TemplateInstance veiled(String path, PictureLink link, PictureResult result) {
    return result instanceof Picture picture
        ? Templates.picture(path, link, picture)
        : Templates.pictureMissing(path, link, (Missing) result);
  }

  /**
   * Returns the picture itself.
   *
   * @param recorded called before it is handed out
   */
  public static Response whole(PictureLink link, PictureResult result, Runnable recorded) {
    if (result instanceof Missing missing) {
      return Response.status(Response.Status.NOT_FOUND)
          .type("text/plain;charset=UTF-8")
          .entity(ReaderLanguage.says(missing.why()) + "\n")
          .build();
    }
    Picture picture = (Picture) result;
    recorded.run();
    String name = link.number() + "." + picture.type().name().toLowerCase(Locale.ROOT);
    return Response.ok(picture.content(), picture.type().mediaType())
        .header("Content-Disposition", "inline; filename=\"picture-" + name + "\"")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
