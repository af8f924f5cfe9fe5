import HTTPTypes
import Hummingbird
import NIOCore

/// The style sheet, the scripts and the mark.
struct AssetRoutes: Sendable {
  func add(to router: Router<DeskRequestContext>) {
    router.get("/assets/:name") { _, context in
      guard let asset = try ServedFiles.asset(context.parameters.require("name")) else { throw WebProblem.notFound() }
      return Response(
        status: .ok, headers: [.contentType: asset.type, .cacheControl: "max-age=3600"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
    }
    router.get("/healthz") { _, _ in
      Response(
        status: .ok, headers: [.contentType: "text/plain; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "ok\n")))
    }
  }
}
