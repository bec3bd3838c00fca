package hallmonitor.moderation.console.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import hallmonitor.contract.event.EscalationEvent.PictureKept;
import hallmonitor.moderation.console.ConsoleTest;
import hallmonitor.moderation.console.seed.ConsoleBrowser;
import hallmonitor.moderation.console.seed.ConsoleResponse;
import hallmonitor.moderation.console.seed.FullDistrict;
import hallmonitor.moderation.console.seed.NovakAtWork;
import hallmonitor.moderation.console.seed.StaffSeed;
import hallmonitor.moderation.store.archive.CommentPictures;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests pictures of comments: where they come from, who sees them, and what is refused. */
@ConsoleTest
@TestProfile(FullDistrict.class)
class CasePicturesTest extends NovakAtWork {
  private static final byte[] PNG = PictureHost.picture("png", 400, 300);

  private final PictureHost host = PictureHost.shared();

  private UUID withPictures(String... urls) {
    return PictureSeed.aCase(seed, database, StaffSeed.OWN, urls);
  }

  private static String path(UUID id, String url) {
    return "/cases/" + id + "/pictures/" + CommentPictures.key(url);
  }

  private String part(UUID id, String url) {
    return novak.part(path(id, url)).asString().replace("&#39;", "'");
  }

  private ConsoleResponse file(UUID id, String url) {
    return novak.picture(path(id, url) + "/file");
  }

  private List<String> looks(UUID id) {
    return deciding.texts(
        "select actor from audit where act = 'picture-read' and target = '" + id + "'");
  }

  @Test
  void aCaseAsksThisServerForItsPicturesAndTheirHostIsNotOnThePage() {
    String url = host.has("/a.png", PNG);
    UUID id = withPictures(url);

    assertThat(novak.get("/cases/" + id).asString())
        .contains("hx-get=\"" + path(id, url) + "\"", "Picture 1 of 1")
        .doesNotContain(host.address());
    assertThat(novak.get("/queue?state=open").asString())
        .contains("<span class=\"chip\">Picture</span>");
  }

  @Test
  void theVeilComesFirstAndSeeingThePictureIsRecordedOnce() {
    String url = host.has("/seen.png", PNG);
    UUID id = withPictures(url);

    assertThat(part(id, url))
        .contains("class=\"picture veiled\"", "data:image/png;base64,", "Show the picture")
        .contains("width=\"400\"")
        .doesNotContain("<html");
    assertThat(looks(id)).isEmpty();

    ConsoleResponse seen = file(id, url);
    assertThat(seen.statusCode()).isEqualTo(200);
    assertThat(seen.asByteArray()).isEqualTo(PNG);
    assertThat(seen.contentType()).isEqualTo("image/png");
    assertThat(seen.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(seen.header("Content-Disposition")).isEqualTo("inline; filename=\"picture-1.png\"");
    assertThat(seen.http().headers().allValues("Content-Security-Policy"))
        .as("all of them hold")
        .contains("default-src 'none'; sandbox");
    assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
    file(id, url);
    assertThat(looks(id)).containsExactly("novak");
  }

  @Test
  void aPictureIsFetchedOnceAndStaysWhenItsHostHasAnotherOrNone() {
    String url = host.has("/once.png", PNG);
    UUID id = withPictures(url);
    part(id, url);
    host.has("/once.png", PictureHost.picture("png", 5, 5));
    part(id, url);
    host.loses("/once.png");

    assertThat(file(id, url).asByteArray()).isEqualTo(PNG);
    assertThat(host.askedFor("/once.png")).hasSize(1);
  }

  @Test
  void whatEvidenceKeepsIsShownAndItsHostIsNotAsked() {
    String url = host.has("/sealed.png", PictureHost.picture("png", 5, 5));
    UUID id = withPictures(url);
    keep(id, url, PNG);

    assertThat(part(id, url)).contains("the same as in the evidence");
    assertThat(file(id, url).asByteArray()).isEqualTo(PNG);
    assertThat(host.askedFor("/sealed.png")).isEmpty();
  }

  @Test
  void whenTheArchiveHasNoRoomNothingMoreIsFetchedAndEvidenceStillComes() {
    String url = host.has("/late.png", PNG);
    String sealed = host.has("/sealed-late.png", PNG);
    UUID id = withPictures(url, sealed);
    new StaffSeed(database, seed).person("chief", "administrator");
    ConsoleBrowser chief = ConsoleBrowser.signedIn("chief");
    assertThat(chief.get("/accounts").asString())
        .contains("Pictures in the archive: 0 of 8 MB.")
        .doesNotContain("no room for more pictures");
    keep(
        id,
        "http://x.example/filler",
        new byte[FullDistrict.TOTAL_OF_PICTURES - FullDistrict.MOST_OF_A_PICTURE + 1]);
    keep(id, sealed, PNG);

    assertThat(part(id, url)).contains("The archive has no room for more pictures", "Try again");
    assertThat(host.askedFor("/late.png")).isEmpty();
    assertThat(file(id, sealed).asByteArray()).isEqualTo(PNG);
    for (String page : List.of("/home", "/accounts")) {
      assertThat(chief.get(page).asString())
          .contains("The archive has no room for more pictures.", "They take 7 of 8 MB.");
      assertThat(novak.get(page).asString()).doesNotContain("no room for more pictures");
    }
  }

  private void keep(UUID id, String url, byte[] content) {
    database.write(
        h -> {
          CommentPictures.keep(
              h, PictureKept.of(UUID.randomUUID(), id, url, content, Instant.now()));
          return 1;
        });
  }

  @Test
  void onlyPicturesAreServedWhateverTheirHostCallsThem() {
    for (String content :
        List.of(
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
            "<html><script>alert(1)</script></html>",
            "%PDF-1.7")) {
      String url = host.has("/" + content.hashCode() + ".png", content.getBytes());
      UUID id = withPictures(url);

      assertThat(part(id, url))
          .contains("Picture 1 of 1 can't be shown. It isn't a picture that can be shown here");
      ConsoleResponse refused = file(id, url);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.asString()).contains("It isn't a picture").doesNotContain("alert");
    }
  }

  @Test
  void whatIsGoneTooLargeOrInsideSaysSo() {
    String gone = host.address() + "/gone.png";
    String large = host.has("/large.png", new byte[FullDistrict.MOST_OF_A_PICTURE + 1]);
    String inside = "http://169.254.169.254/latest/meta-data";
    String odd = "javascript:alert(1)";
    UUID id = withPictures(gone, large, inside, odd);

    assertThat(part(id, gone)).contains("Its site no longer has it").doesNotContain("Try again");
    assertThat(part(id, large)).contains("It is larger than 1 MB.");
    assertThat(part(id, inside)).contains("in a private network", "169.254.169.254");
    assertThat(part(id, odd)).contains("Its address isn't one");
    assertThat(file(id, inside).statusCode()).isEqualTo(404);
  }

  @Test
  void aPrincipalsCardHasThePictureOnceTheWordsWereShown() {
    StaffSeed staff = new StaffSeed(database, seed);
    staff.person("principal", "building-administrator", StaffSeed.OWN);
    UUID id = staff.escalated(StaffSeed.OWN, "immediate").caseId();
    String url = host.has("/board.png", PNG);
    PictureSeed.attach(database, id, url);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");

    assertThat(principal.get("/my-building?open=" + id).asString()).doesNotContain("/pictures/");
    String shown = principal.post("/my-building/" + id + "/words", Map.of("x", "x")).asString();
    assertThat(shown)
        .contains("hx-get=\"" + path(id, url) + "\"", path(id, url) + "/file\">Picture 1 of 1</a>");
    principal.picture(path(id, url) + "/file");
    assertThat(looks(id)).containsExactly("principal");
  }

  @Test
  void anotherSchoolsPictureAndAnAddressOfNobodysAreNotFound() {
    String url = host.has("/scope.png", PNG);
    UUID own = withPictures(url);
    UUID other = PictureSeed.aCase(seed, database, StaffSeed.OTHER, url);
    new StaffSeed(database, seed).person("principal", "building-administrator", StaffSeed.OWN);
    ConsoleBrowser principal = ConsoleBrowser.signedIn("principal");

    assertThat(principal.picture(path(own, url) + "/file").statusCode()).isEqualTo(200);
    assertThat(principal.picture(path(other, url) + "/file").statusCode()).isEqualTo(404);
    assertThat(principal.part(path(other, url)).statusCode()).isEqualTo(404);
    assertThat(file(own, host.address() + "/another.png").statusCode()).isEqualTo(404);
    assertThat(looks(other)).isEmpty();
  }
}
