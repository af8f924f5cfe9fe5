-- Requests of officers who search and of people who apply. Each comes from an address of its own.
local kind = os.getenv("MOIM_LOAD")
local session, form, visit = os.getenv("MOIM_SESSION"), os.getenv("MOIM_FORM"), os.getenv("MOIM_VISIT")
local words = {"양자 센서", "양자키분배", "superconducting qubit", "극저온 냉각", "광펌핑 자력계", "post-quantum cryptography",
  "단일광자 검출기", "diamond", "암호", "원자 시계", "photonic chip", "잡음 제거", "quantum key distribution", "패키징"}
local number = 0

local function encoded(text)
  return (text:gsub("[^%w%-_%.~]", function(c) return string.format("%%%02X", c:byte()) end))
end

local function address()
  return string.format("10.%d.%d.%d", math.random(0, 255), math.random(0, 255), math.random(1, 254))
end

local function search()
  local query = words[math.random(#words)] .. (math.random(2) == 1 and "" or " " .. words[math.random(#words)])
  return wrk.format("GET", "/desk/search?q=" .. encoded(query),
    {["Cookie"] = "moim_session=" .. session, ["X-Forwarded-For"] = address()})
end

local function apply()
  number = number + 1
  local fields = {
    form_token = form, purposes = "joint_research", organization_name = "부하시험 " .. number, organization_kind = "company", region = "서울",
    title = words[math.random(#words)] .. " 공동연구를 찾습니다", summary = "당사는 " .. words[math.random(#words)] .. " 기술을 가지고 있으며 "
      .. words[math.random(#words)] .. " 분야의 연구기관과 함께 시제품을 만들고자 합니다. 현장에서 시험할 곳도 필요합니다.",
    needs = words[math.random(#words)] .. " 시험을 맡을 기관", need_urgencies = "required", offers = words[math.random(#words)] .. " 시제품",
    person_name = "시험 담당", email = "load" .. number .. "@example.org", phone = "010-5555-0199", consent_forum = "yes"}
  local parts = {}
  for name, value in pairs(fields) do parts[#parts + 1] = name .. "=" .. encoded(value) end
  return wrk.format("POST", "/apply", {["Cookie"] = "moim_visit=" .. visit, ["X-Forwarded-For"] = address(),
    ["Content-Type"] = "application/x-www-form-urlencoded"}, table.concat(parts, "&"))
end

function request()
  if kind == "search" then return search() end
  if kind == "apply" then return apply() end
  return math.random(10) == 1 and apply() or search()
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %d requests, %.0f a second, %d refused or failed",
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000, summary.requests,
    summary.requests / (summary.duration / 1e6),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
