package hallmonitor.moderation.console.pictures;

import hallmonitor.moderation.store.archive.PictureGap;
import hallmonitor.moderation.wording.Sentence;

/** Says why a picture, or a part of it, is not read. */
final class PictureReasons {
  private PictureReasons() {}

  static Sentence of(PictureGap gap) {
    return switch (gap) {
      case NONE -> Sentence.NONE;
      case MOVING -> Sentence.of("It moves, and only its first picture was read.");
      case FRAMES ->
          Sentence.of(
              "It is a video. Only still frames of it were read, and not what is said in it.");
      case SOME_FRAMES ->
          Sentence.of(
              "It is a video, and only a part of its still frames was read. The rest of it was not.");
      case LONG -> Sentence.of("It has more words than are read.");
      case CHANGED ->
          Sentence.of(
              "Its site showed something else later, when the evidence was sealed or when someone had"
                  + " it fetched. What was found first stays.");
      case TOO_MANY -> Sentence.of("The comment has more pictures than are read.");
      case NOT_FETCHED ->
          Sentence.of("This server is set up not to fetch pictures from other sites.");
      case FULL -> Sentence.of("The archive has no room for more pictures.");
      case ADDRESS -> Sentence.of("Its address isn't one that can be fetched safely.");
      case HOST -> Sentence.of("Its site is unknown or in a private network, so it isn't fetched.");
      case GONE ->
          Sentence.of("Its site no longer has it, or shows it only to people who are signed in.");
      case TOO_LARGE -> Sentence.of("It is larger than this server fetches.");
      case TOO_SLOW -> Sentence.of("Its site took too long to answer.");
      case SERVER -> Sentence.of("Its site doesn't answer.");
      case NO_PICTURE ->
          Sentence.of(
              "It isn't a picture or video that can be read here. WebP and streams, for example,"
                  + " can't.");
      case NO_FRAMES ->
          Sentence.of("It is a video that can't be shown here, or that takes too long to check.");
      case NO_FRAME_TAKER ->
          Sentence.of(
              "It is a video, and ffmpeg, which takes still frames of it, isn't installed.");
      case NO_READER -> Sentence.of("Tesseract, which reads words, isn't installed.");
      case FAILED -> Sentence.of("Reading it failed.");
    };
  }
}
