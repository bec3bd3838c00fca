package hallmonitor.ingest.connector.discourse;

import hallmonitor.ingest.connector.http.HtmlText;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * What a post says, from its HTML, including quotes, previews and names of pictures, because anyone
 * can invent a quote. An emoji, which is a picture there, becomes its name.
 *
 * @param pictures addresses of pictures and videos
 */
record PostText(String text, List<String> pictures) {
  private static final String VIDEO = "data-video-src";

  static PostText of(String cooked, URI site) {
    Element body = Jsoup.parseBodyFragment(cooked, site.toString()).body();
    // Added by the forum: the avatar of a quoted person, the picture of a preview, and a picture's
    // size.
    body.select(
            "aside.quote > .title img.avatar, aside.onebox img, .lightbox-wrapper .informations")
        .remove();
    for (Element emoji : body.select("img.emoji")) {
      emoji.replaceWith(new Element("span").text(emoji.attr("alt")));
    }
    for (Element preview : body.select("aside.onebox")) {
      preview.prependElement("p").text(preview.attr("data-onebox-src"));
    }
    List<String> pictures = new ArrayList<>();
    // A forum shows a video once a reader clicks on its place, which has the address.
    for (Element media : body.select("[src], [" + VIDEO + "]")) {
      String address = media.hasAttr(VIDEO) ? VIDEO : "src";
      if (!media.attr(address).isBlank()) {
        pictures.add(media.absUrl(address));
      }
    }
    return new PostText(HtmlText.shown(body.html()), pictures);
  }
}
