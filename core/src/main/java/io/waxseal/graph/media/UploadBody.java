package io.waxseal.graph.media;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A file as the HTTP client writes it: once, in pieces, telling how far it is. */
final class UploadBody extends RequestBody {
  private static final int BUFFER = 64 << 10;

  private final MediaUpload upload;
  private final long from;
  private final long length;

  private UploadBody(MediaUpload upload, long from) throws IOException {
    this.upload = upload;
    this.from = from;
    length = upload.length();
  }

  /** The form that the media endpoint takes. */
  static RequestBody form(MediaUpload upload) throws IOException {
    return new MultipartBody.Builder()
        .setType(MultipartBody.FORM)
        .addFormDataPart("messaging_product", "whatsapp")
        .addFormDataPart("type", upload.mimeType())
        .addFormDataPart("file", upload.name(), new UploadBody(upload, 0))
        .build();
  }

  /** The bytes alone, from a place on. */
  static RequestBody from(MediaUpload upload, long offset) throws IOException {
    return new UploadBody(upload, offset);
  }

  @Override
  public MediaType contentType() {
    return MediaType.get(upload.mimeType());
  }

  @Override
  public long contentLength() {
    return length - from;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    try (InputStream in = upload.open()) {
      in.skipNBytes(from);
      byte[] buffer = new byte[BUFFER];
      long sent = from;
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        sent += n;
        if (sent > length) {
          throw new IOException("the file grew while it was sent");
        }
        sink.write(buffer, 0, n);
        upload.progress().sent(sent, length);
      }
    }
  }
}
