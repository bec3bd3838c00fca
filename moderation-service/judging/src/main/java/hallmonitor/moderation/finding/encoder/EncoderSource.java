package hallmonitor.moderation.finding.encoder;

import java.io.IOException;
import java.io.InputStream;

/**
 * Where one model of the second stage lies and what it reads.
 *
 * @param folder on the class path; begins and ends with a slash
 * @param vocabulary the folder with its word pieces
 * @param isEnglish whether it knows only English, so that Spanish words are glossed for it
 */
record EncoderSource(String folder, String vocabulary, boolean isEnglish) {
  private static final String VOCABULARY = "vocabulary.txt";

  /** Returns a model that knows English and Spanish. */
  static EncoderSource multilingual(String folder, String vocabulary) {
    return new EncoderSource(folder, vocabulary, false);
  }

  /** Returns a model that knows only English. */
  static EncoderSource english(String folder, String vocabulary) {
    return new EncoderSource(folder, vocabulary, true);
  }

  /** Returns the name of the folder, which is the prefix of the model's terms in a stack. */
  String name() {
    return folder.substring(folder.lastIndexOf('/', folder.length() - 2) + 1, folder.length() - 1);
  }

  String vocabularyFile() {
    return vocabulary + VOCABULARY;
  }

  PieceReader reader() throws IOException {
    try (InputStream file = ModelResource.open(vocabularyFile())) {
      WordPieces pieces = new WordPieces(file);
      if (!pieces.readsPosts()) {
        throw new EncoderException(vocabularyFile() + " has no line [POST].");
      }
      return new PieceReader(pieces, isEnglish);
    }
  }
}
