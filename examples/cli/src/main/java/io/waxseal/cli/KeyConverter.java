package io.waxseal.cli;

import io.waxseal.account.MalformedPayloadException;
import io.waxseal.audit.VerifierKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

final class KeyConverter implements ITypeConverter<VerifierKey> {
  @Override
  public VerifierKey convert(String text) {
    try {
      return VerifierKey.parse(text);
    } catch (MalformedPayloadException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
