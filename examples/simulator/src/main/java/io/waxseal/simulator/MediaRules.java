package io.waxseal.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What Meta requires of pictures, videos, recordings, documents and stickers, alone or in another message. */
final class MediaRules {
  static final Set<String> KINDS = Set.of("image", "video", "audio", "document", "sticker");
  private static final int LONGEST_CAPTION = 1024;
  private static final int LONGEST_FILENAME = 240;
  private static final Set<String> CAPTIONED = Set.of("image", "video", "document");

  private MediaRules() {}

  static void check(String kind, Fields media) throws Refused {
    checkSource(media);
    if (media.has("caption")) {
      if (!CAPTIONED.contains(kind)) {
        throw media.invalid("caption", "is not possible for " + kind);
      }
      media.optionalText("caption", LONGEST_CAPTION);
    }
    if (media.has("filename")) {
      if (!kind.equals("document")) {
        throw media.invalid("filename", "is possible for documents only");
      }
      media.optionalText("filename", LONGEST_FILENAME);
    }
    if (media.has("voice")) {
      if (!kind.equals("audio")) {
        throw media.invalid("voice", "is possible for audio only");
      }
      media.optionalBoolean("voice");
    }
  }

  /** The most bytes that the media endpoint takes of a type. */
  static long longest(String mimeType) {
    long mib = 1L << 20;
    if (mimeType.startsWith("image/")) {
      return mimeType.equals("image/webp") ? mib / 2 : 5 * mib;
    }
    return mimeType.startsWith("video/") || mimeType.startsWith("audio/") ? 16 * mib : 100 * mib;
  }

  /** Either an id or a link. */
  static void checkSource(Fields media) throws Refused {
    if (media.has("id") == media.has("link")) {
      throw new Refused(GraphError.invalid(media.path(), "must have either an id or a link"));
    }
    if (media.has("link")) {
      media.requiredAddress("link");
    } else {
      media.requiredText("id");
    }
  }

  /** Every id of media in a message, wherever it stands, must be one that was uploaded and not deleted. */
  static void checkUploaded(Fields message, SimulatedMedia media) throws Refused {
    for (Fields reference : referencesIn(message)) {
      if (media.find(reference.requiredText("id")) == null) {
        throw new Refused(GraphError.noMedia(reference.at("id")));
      }
    }
  }

  /** The ids of uploaded media anywhere in a message, with where each stands. */
  private static List<Fields> referencesIn(Fields message) {
    List<Fields> found = new ArrayList<>();
    collect(message.path(), message.members(), found);
    return found;
  }

  private static void collect(String path, Object value, List<Fields> found) {
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, member) -> {
        Fields fields = new Fields(path, object);
        if (KINDS.contains(name) && member instanceof Map<?, ?> media && media.get("id") != null) {
          found.add(new Fields(fields.at(String.valueOf(name)), media));
        }
        collect(fields.at(String.valueOf(name)), member, found);
      });
    } else if (value instanceof List<?> array) {
      for (int i = 0; i < array.size(); i++) {
        collect(path + "[" + i + "]", array.get(i), found);
      }
    }
  }
}
