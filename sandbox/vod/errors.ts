interface ErrorRow {
  readonly status: number;
  readonly message: string;
}

/** Every error the gateway can answer with. */
export const errors = {
  // The gateway, before the key is known
  UnsupportedHTTPMethod: { status: 400, message: 'This http method is not supported.' },
  MissingAction: { status: 400, message: 'Action is mandatory for this action.' },
  MissingVersion: { status: 400, message: 'Version is mandatory for this action.' },
  MissingAccessKeyId: { status: 400, message: 'AccessKeyId is mandatory for this action.' },
  MissingTimestamp: { status: 400, message: 'Timestamp is mandatory for this action.' },
  MissingSignatureNonce: { status: 400, message: 'SignatureNonce is mandatory for this action.' },
  IncompleteSignature: {
    status: 400,
    message: 'The request signature does not conform to Aliyun standards.',
  },
  'InvalidAccessKeyId.NotFound': { status: 404, message: 'Specified access key is not found.' },
  'InvalidAccessKeyId.Inactive': { status: 400, message: 'Specified access key is disabled.' },
  MissingSecurityToken: { status: 400, message: 'SecurityToken is mandatory for this action.' },
  'InvalidSecurityToken.Malformed': {
    status: 400,
    message: 'Specified SecurityToken is malformed.',
  },
  'InvalidSecurityToken.MismatchWithAccessKey': {
    status: 400,
    message: 'Specified SecurityToken mismatch with the AccessKey.',
  },
  'InvalidSecurityToken.Expired': { status: 400, message: 'Specified SecurityToken is expired.' },
  'InvalidTimeStamp.Format': {
    status: 400,
    message: 'Specified time stamp or date value is not well formatted.',
  },
  'InvalidTimeStamp.Expired': {
    status: 400,
    message: 'Specified time stamp or date value is expired.',
  },
  SignatureNonceUsed: { status: 400, message: 'Specified signature nonce was used already.' },
  SignatureDoesNotMatch: {
    status: 400,
    message: 'Specified signature is not matched with our calculation.',
  },
  // The gateway, for a caller it knows
  'InvalidApi.NotFound': {
    status: 404,
    message: 'Specified api is not found, please check your url and method.',
  },
  NoSuchVersion: { status: 400, message: 'Specified version does not exist.' },
  'Throttling.User': {
    status: 400,
    message: 'Request was denied due to user flow control.',
  },
  'Throttling.Api': { status: 400, message: 'Request was denied due to api flow control.' },
  Throttling: { status: 503, message: 'Request was denied due to request throttling.' },
  'InvalidProduct.NotFound': {
    status: 404,
    message: 'Cannot find product according to your domain.',
  },
  'InvalidParameter.Format': { status: 400, message: 'Specified parameter format is not valid.' },
  'Forbidden.RAM': {
    status: 403,
    message:
      'User not authorized to operate on the specified resource, or this API does not support RAM.',
  },
  NoPermission: {
    status: 403,
    message: 'You are not authorized to do this action. You should be authorized by RAM.',
  },
  // VOD itself
  OperationDenied: { status: 403, message: 'Your account does not open VOD service yet.' },
  'OperationDenied.Suspended': { status: 403, message: 'Your VOD service is suspended.' },
  Forbidden: { status: 403, message: 'User not authorized to operate on the specified resource.' },
  'Forbidden.IllegalStatus': { status: 400, message: 'Status of the video is illegal.' },
  MissingParameter: { status: 400, message: 'The input parameter that is mandatory is missing.' },
  InvalidParameter: { status: 400, message: 'The specified parameter is not valid.' },
  NoSuchResource: { status: 404, message: 'The specified resource does not exist.' },
  'InvalidVideo.NotFound': { status: 404, message: 'The video does not exist.' },
  // Refreshing the CDN
  'QuotaExceeded.Refresh': { status: 400, message: 'The refresh queue is full.' },
  'QuotaPerMinuteExceeded.Refresh': {
    status: 400,
    message: 'Quota Per Minute exceeded.',
  },
  'InvalidObjectPath.Malformed': { status: 400, message: 'Specified ObjectPath is malformed.' },
  'InvalidObjectType.ValueNotSupported': {
    status: 400,
    message: 'The specified ObjectType is not supported.',
  },
  'InvalidExtensiveDomain.ValueNotSupported': {
    status: 400,
    message: 'The specified ExtensiveDomain is not supported.',
  },
  'InvalidDomain.NotFound': {
    status: 404,
    message: 'The domain provided does not belong to you.',
  },
  'InvalidDomain.Offline': { status: 404, message: 'The domain provided is offline.' },
  'InvalidTaskId.Malformed': { status: 400, message: 'Specified TaskId is malformed.' },
  IllegalOperation: { status: 403, message: 'Illegal domain operate is not permitted.' },
  ServiceBusy: { status: 403, message: 'The specified Domain is configuring, please retry later.' },
  // Faults of VOD
  InternalError: {
    status: 500,
    message: 'The request processing has failed due to some unknown error.',
  },
  ServiceUnAvailable: {
    status: 503,
    message: 'The request has failed due to a temporary failure of the server.',
  },
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof errors;

/** @returns Whether a text is a code in the table. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errors, code);
}

/** Thrown by a check or an operation that refuses a call. */
export class VodError extends Error {
  readonly code: ErrorCode;
  readonly status: number;

  constructor(code: ErrorCode, message: string = errors[code].message) {
    super(message);
    this.code = code;
    this.status = errors[code].status;
  }
}

/** @returns The error for a missing required parameter. */
export function missingParameter(name: string): VodError {
  return new VodError('MissingParameter', `The input parameter "${name}" is missing.`);
}

/** @returns The error for a parameter that is not allowed or has a wrong value. */
export function invalidParameter(name: string, why = 'is not valid'): VodError {
  return new VodError('InvalidParameter', `The specified parameter "${name}" ${why}.`);
}
